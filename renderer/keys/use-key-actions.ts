import { useEffect, useMemo, useRef } from 'react'
import { usePreferences } from '../rpc/queries.ts'
import type { KeyActionId } from './key-actions.ts'
import { isLayerOpen } from './is-layer-open.ts'
import { actionOf, type KeyMap, keyMap } from './key-map.ts'
import { isTextTarget, keyOf, takesSpace, writesText } from './key-of.ts'

/** The current key bindings. */
export function useKeyMap(): KeyMap {
  const { keys } = usePreferences()
  return useMemo(() => keyMap(keys), [keys])
}

export type KeyHandlers = Readonly<Partial<Record<KeyActionId, () => void>>>

/**
 * Runs actions by key, wherever the focus is, while this is mounted and no dialog is open. A key that types a character
 * (`?`) works only while no text has the focus; the space bar, which plays, also only while no control has it. Ignored:
 * keys during a composition, and keys already handled by an inner element (a popover that closes on Escape).
 */
export function useKeyActions(handlers: KeyHandlers): void {
  const map = useKeyMap()
  const current = useRef(handlers)
  useEffect(() => {
    current.current = handlers
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const key = keyOf(event)
      if (key === null || (writesText(key) && isTextTarget(event.target))) return
      // A held space bar would toggle playback repeatedly.
      const isSpace = key === 'Space' && !event.repeat && !takesSpace(event.target)
      const action = isSpace ? 'play' : actionOf(key, map)
      const run = action === null ? undefined : current.current[action]
      if (!run || isLayerOpen()) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [map])
}
