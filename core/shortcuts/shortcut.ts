import type { ProgramLanguage } from '../language/program-language.ts'

/** Groups in the overview of shortcuts, in order. */
export const shortcutGroups = ['hear', 'move', 'write', 'who', 'check', 'captions', 'go'] as const
export type ShortcutGroup = (typeof shortcutGroups)[number]

/** Where keys work. What handles the keys of a place handles all of them (`PlaceHandlers`). */
export type ShortcutPlace =
  /** Every screen. */
  | 'app'
  /** Wherever a recording can be played. */
  | 'playback'
  /** Wherever a waveform is shown. */
  | 'wave'
  /** The screen of a recording. */
  | 'recording'
  /** That screen, and the recorder's. */
  | 'moments'
  /** The text and the list of captions. */
  | 'comments'
  | 'captions'
  /** The problems of the edited caption. */
  | 'caption-fixes'
  /** While corrections of the same words are offered. */
  | 'correction-offer'
  /** Every screen during a recording. */
  | 'recorder'

/** Keys in the overview, with the name of what they do in each language of the user interface. */
export interface FixedKey extends Readonly<Record<ProgramLanguage, string>> {
  readonly group: ShortcutGroup
  /** In the form of `keyOf` (renderer/keys/key-of.ts): `Mod+Shift+S`, `Alt+ArrowUp`, `F13`, `?`. */
  readonly keys: readonly string[]
}

/** An action whose keys, by default these, the user can change. */
export interface Shortcut extends FixedKey {
  readonly place: ShortcutPlace
}
