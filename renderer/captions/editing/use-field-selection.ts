import { useMemo, useSyncExternalStore } from 'react'
import { notifiedAfterFrame } from '../../ui/after-frame.ts'

/** Events after which the selection in a text field may have changed. */
const CHANGES = ['selectionchange', 'select', 'input', 'focusin'] as const

const subscribe = notifiedAfterFrame((listener) => {
  for (const change of CHANGES) document.addEventListener(change, listener)
  return () => {
    for (const change of CHANGES) document.removeEventListener(change, listener)
  }
})

/** The selection in the field of a caption, in UTF-16 units; null while there is no such field. */
export function useFieldSelection(index: number): { readonly from: number; readonly to: number } | null {
  const now = useSyncExternalStore(subscribe, () => {
    const field = document.querySelector<HTMLTextAreaElement>(`[data-cue-field="${index}"]`)
    return field === null ? '' : `${field.selectionStart} ${field.selectionEnd}`
  })
  return useMemo(() => {
    const [from, to] = now.split(' ').map(Number)
    return from === undefined || to === undefined ? null : { from, to }
  }, [now])
}
