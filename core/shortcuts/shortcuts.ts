import type { ProgramLanguage } from '../language/program-language.ts'
import { captionsShortcuts } from './captions.ts'
import { fixedKeys } from './fixed-keys.ts'
import { playerShortcuts } from './player.ts'
import type { FixedKey, Shortcut, ShortcutPlace } from './shortcut.ts'
import { textShortcuts } from './text.ts'
import { viewsShortcuts } from './views.ts'

/**
 * Every action with a key, by id. Defaults are oTranscribe's (Esc, F1–F4, Ctrl J, Ctrl K), Subtitle Edit's F8, and
 * F13–F16, which foot pedals send in keyboard mode. Esc has no alternative key with a letter or space: Mod+Space
 * belongs to input methods (Linux, Windows) and to the system's search (macOS).
 */
const byId = {
  ...playerShortcuts,
  ...textShortcuts,
  ...captionsShortcuts,
  ...viewsShortcuts,
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutId = keyof typeof byId
export type FixedKeyId = keyof typeof fixedKeys

/** The actions of the keys that work in a place. */
export type ShortcutsOf<Place extends ShortcutPlace> = {
  [Id in ShortcutId]: (typeof byId)[Id]['place'] extends Place ? Id : never
}[ShortcutId]

export const shortcuts: Readonly<Record<ShortcutId, Shortcut>> = byId

export const shortcutIds = Object.keys(byId) as readonly ShortcutId[]

type ShortcutMessageKey = `keys.${ShortcutId | FixedKeyId}`

/** The names of all shortcuts by the keys of messages: `keys.ID`. */
export function shortcutMessages(language: ProgramLanguage): Readonly<Record<ShortcutMessageKey, string>> {
  const names = Object.entries<FixedKey>({ ...byId, ...fixedKeys })
  return Object.fromEntries(names.map(([id, named]) => [`keys.${id}`, named[language]])) as Record<
    ShortcutMessageKey,
    string
  >
}
