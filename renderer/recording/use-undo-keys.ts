import { useLayoutEffect, useRef } from 'react'
import { isLayerOpen } from '../keys/is-layer-open.ts'
import { isTextTarget, keyOf } from '../keys/key-of.ts'

const ways: ReadonlyMap<string, 'undo' | 'redo'> = new Map([
  ['Mod+Z', 'undo'],
  ['Mod+Y', 'redo'],
  ['Mod+Shift+Z', 'redo'],
])

/** Undo and redo by keyboard while no text has the focus: after dragging an edge or pressing a button. */
export function useUndoKeys(undoOrRedo: (way: 'undo' | 'redo') => void): void {
  const current = useRef(undoOrRedo)
  useLayoutEffect(() => {
    current.current = undoOrRedo
  })
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTextTarget(event.target)) return
      const way = ways.get(keyOf(event) ?? '')
      if (way === undefined || isLayerOpen()) return
      event.preventDefault()
      current.current(way)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
