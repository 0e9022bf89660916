import { useLayoutEffect } from 'react'
import { isLayerOpen } from '../../keys/is-layer-open.ts'
import { selectAll, setListed } from './selection-store.ts'

/** Ctrl+A (or Cmd+A) selects all rows while the focus is in one of them; elsewhere it keeps its usual meaning. */
export function useSelectAll(listed: readonly string[]): void {
  useLayoutEffect(() => setListed(listed), [listed])
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key, altKey, shiftKey } = event
      const isKey = key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !altKey && !shiftKey
      if (!isKey || isLayerOpen() || !(target instanceof Element)) return
      if (target.closest('li')?.querySelector('[data-pick]') == null) return
      event.preventDefault()
      selectAll()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
