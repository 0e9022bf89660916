import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { type EditorStore, useEditor, useSelection } from '../editor-store.ts'
import { barPlace } from '../surface/bar-place.ts'

/** Position of the toolbar, px from the edges of its parent; null while it is hidden. */
export interface PlaceInParent {
  readonly left: number
  readonly top: number
}

/**
 * The toolbar's position next to the selection, while the text or the toolbar has the focus and nothing is
 * dragged.
 */
export function useBarPlace(store: EditorStore, bar: RefObject<HTMLElement | null>): PlaceInParent | null {
  const surface = useEditor(store, (state) => state.surface)
  const selection = useSelection(store)
  const hasSelection = selection.range !== null
  const [hasFocus, setFocus] = useState(false)
  const [isPressed, setPressed] = useState(false)
  const [place, setPlace] = useState<PlaceInParent | null>(null)

  useEffect(() => {
    if (surface === null) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const lookAtFocus = (): void => {
      setFocus(surface.hasFocus || bar.current?.contains(document.activeElement) === true)
    }
    lookAtFocus()
    document.addEventListener('focusin', lookAtFocus, { signal })
    document.addEventListener('focusout', () => queueMicrotask(lookAtFocus), { signal })
    surface.scroller.addEventListener('pointerdown', () => setPressed(true), { signal })
    for (const end of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(end, () => setPressed(false), { signal })
    }
    return () => controller.abort()
  }, [surface, bar])

  const isShown = surface !== null && hasSelection && hasFocus && !isPressed
  useLayoutEffect(() => {
    if (!isShown) {
      setPlace(null)
      return undefined
    }
    const look = (): void => {
      const edges = surface.selectionEdges()
      const parent = bar.current?.offsetParent?.getBoundingClientRect()
      if (edges === null || parent === undefined || bar.current === null) {
        setPlace(null)
        return
      }
      const { offsetWidth: width, offsetHeight: height } = bar.current
      const room = surface.scroller.getBoundingClientRect()
      const found = barPlace(edges.first, edges.last, room, { width, height })
      setPlace(found && { left: found.left - parent.left, top: found.top - parent.top })
    }
    look()
    const { scroller } = surface
    scroller.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(scroller)
    // A pressed button may have a longer name.
    if (bar.current !== null) sizes.observe(bar.current)
    return () => {
      scroller.removeEventListener('scroll', look)
      sizes.disconnect()
    }
    // Another selection needs another position.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isShown, surface, selection, bar])
  return isShown ? place : null
}
