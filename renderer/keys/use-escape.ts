import { useEffect, useRef } from 'react'
import { isLayerOpen } from './is-layer-open.ts'

/**
 * Escape closes what lies over the page, wherever the focus is, before it means anything else. What lies above that (a
 * dialog, a menu) has the key first.
 */
export function useEscape(isOpen: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!isOpen) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || isLayerOpen()) return
      event.preventDefault()
      event.stopPropagation()
      close.current()
    }
    // Before the keys of playing.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [isOpen])
}
