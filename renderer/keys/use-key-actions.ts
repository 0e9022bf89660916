import { useEffect, useMemo, useRef } from 'react'
import { usePreferences } from '../rpc/queries.ts'
import type { KeyActionId } from './key-actions.ts'
import { isLayerOpen } from './is-layer-open.ts'
import { actionOf, type KeyMap, keyMap } from './key-map.ts'
import { isTextTarget, keyOf, takesSpace, writesText } from './key-of.ts'

/** The keys as the person has them. */
export function useKeyMap(): KeyMap {
  const { keys } = usePreferences()
  return useMemo(() => keyMap(keys), [keys])
}

export type KeyHandlers = Readonly<Partial<Record<KeyActionId, () => void>>>

/**
 * Runs actions by their keys, wherever the focus is, as long as this is mounted and no dialog is open. A key that writes
 * (`?`) counts only where no text has the focus, and the space bar, which plays, where no control has it either; nothing is heard while letters are composed, nor what somebody nearer
 * has answered already (a popover that closes by Escape).
 */
export function useKeyActions(handlers: KeyHandlers): void {
  const map = useKeyMap()
  const current = useRef(handlers)
  useEffect(() => {
    current.current = handlers
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const key = keyOf(event)
      if (key === null || (writesText(key) && isTextTarget(event.target))) return
      // Held, it would play and pause in turns.
      const isSpace = key === 'Space' && !event.repeat && !takesSpace(event.target)
      const action = isSpace ? 'play' : actionOf(key, map)
      const run = action === null ? undefined : current.current[action]
      if (!run || isLayerOpen()) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [map])
}
