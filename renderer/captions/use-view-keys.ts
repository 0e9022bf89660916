import { useLayoutEffect, useRef } from 'react'
import type { ShortcutId } from '#core/shortcuts/shortcuts'
import { isLayerOpen } from '../keys/is-layer-open.ts'
import { actionOf } from '../keys/key-map.ts'
import { keyOf } from '../keys/key-of.ts'
import { useKeyMap } from '../keys/use-key-actions.ts'

/** Keys of the text that do the same for captions while these are shown. */
export type ViewKeys = Readonly<
  Record<Extract<ShortcutId, 'next-doubt' | 'previous-doubt' | 'redact' | 'as-said'>, () => void>
>

/** Handled before the surrounding screen, where the same keys lead to the text. */
export function useViewKeys(keys: ViewKeys): void {
  const map = useKeyMap()
  const current = useRef<Partial<Record<ShortcutId, () => void>>>(keys)
  useLayoutEffect(() => {
    current.current = keys
  })
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.isComposing ? null : keyOf(event)
      const action = key === null ? null : actionOf(key, map)
      const run = action === null ? undefined : current.current[action]
      if (run === undefined || isLayerOpen()) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [map])
}
