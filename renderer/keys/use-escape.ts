import { useLayoutEffect, useRef } from 'react'
import { isLayerOpen } from './is-layer-open.ts'

/**
 * Escape closes a layer over the page, wherever the focus is, before any other meaning. A layer above it (a dialog, a
 * menu) handles the key first.
 */
export function useEscape(isOpen: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  useLayoutEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || isLayerOpen()) return
      event.preventDefault()
      event.stopPropagation()
      close.current()
    }
    // Runs before the handler of the playback keys.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [isOpen])
}
