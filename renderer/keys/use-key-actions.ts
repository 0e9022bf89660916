import { useLayoutEffect, useMemo, useRef } from 'react'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useLanguage } from '../ui/words.tsx'
import type { ShortcutPlace } from '#core/shortcuts/shortcut'
import type { ShortcutId, ShortcutsOf } from '#core/shortcuts/shortcuts'
import { isLayerOpen } from './is-layer-open.ts'
import { actionOf, type KeyMap, keyMap } from './key-map.ts'
import { isTextTarget, keyOf, takesSpace, writesText } from './key-of.ts'
import { showKey } from './show-key.ts'

/** The current key bindings. */
export function useKeyMap(): KeyMap {
  const { keys } = usePreferences()
  return useMemo(() => keyMap(keys), [keys])
}

/** The first key of an action as it is printed on keyboards, for buttons and hints; undefined without one. */
export function useShownKey(id: ShortcutId): string | undefined {
  const [key] = useKeyMap()[id]
  const language = useLanguage()
  return key === undefined ? undefined : showKey(key, language)
}

/** What runs for each action of a place: an action without a handler is an error of types. */
export type PlaceHandlers<Place extends ShortcutPlace> = Readonly<Record<ShortcutsOf<Place>, () => void>>

type Handlers = Readonly<Partial<Record<ShortcutId, () => void>>>

/**
 * Runs actions by key, wherever the focus is, while this is mounted and no dialog is open. A key that types a character
 * (`?`) works only while no text has the focus; the space bar, which plays, also only while no control has it. Ignored:
 * keys during a composition, and keys already handled by an inner element (a popover that closes on Escape).
 * @param handlers null while none of the place's keys work
 */
export function useKeyActions<Place extends ShortcutPlace = never>(
  handlers: PlaceHandlers<NoInfer<Place>> | null,
): void {
  const map = useKeyMap()
  const current = useRef<Handlers>(handlers ?? {})
  // From the moment that the place is drawn: a key pressed then has its effect.
  useLayoutEffect(() => {
    current.current = handlers ?? {}
  })
  useLayoutEffect(() => {
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
