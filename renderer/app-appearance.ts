import type { Preferences } from '#contracts/preferences'
import type { ProgramLanguage } from '#core/messages/messages'
import { chosenLanguage } from './ui/words.tsx'

/** Storage key of the last look, so that the next start does not flash in a different one. */
const REMEMBERED = 'parolo.look'

type Appearance = Pick<Preferences, 'theme' | 'contrast' | 'motion' | 'language' | 'textSize' | 'letters'>

/** Applies the user's look to the page: theme, contrast, motion, typeface, size, language. */
export function applyAppearance(appearance: Appearance): void {
  const root = document.documentElement
  set(root, 'theme', appearance.theme === 'system' ? null : appearance.theme)
  set(root, 'contrast', appearance.contrast === 'system' ? null : appearance.contrast)
  set(root, 'motion', appearance.motion === 'system' ? null : appearance.motion)
  set(root, 'letters', appearance.letters === 'serif' ? null : appearance.letters)
  root.style.setProperty('--text-size', String(appearance.textSize))
  root.lang = chosenLanguage(appearance.language, navigator.language)
}

export function storeAppearance(appearance: Appearance): void {
  const { theme, contrast, motion, language, textSize, letters } = appearance
  window.localStorage.setItem(
    REMEMBERED,
    JSON.stringify({ theme, contrast, motion, language, textSize, letters }),
  )
}

/** Applies the last look until the preferences are loaded; does nothing if none is stored. */
export function restoreAppearance(): void {
  const kept = window.localStorage.getItem(REMEMBERED)
  if (kept === null) document.documentElement.lang = chosenLanguage('system', navigator.language)
  else applyAppearance(JSON.parse(kept) as Appearance)
}

/** The page's current language. */
export function pageLanguage(): ProgramLanguage {
  return document.documentElement.lang === 'fr' ? 'fr' : 'en'
}

function set(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete root.dataset[name]
  else root.dataset[name] = value
}
