import type { Preferences } from '#contracts/settings'
import type { ProgramLanguage } from '#core/messages/messages'
import { chosenLanguage } from './ui/words.tsx'

/** Storage key of the last look, so that the next start does not flash in a different one. */
const REMEMBERED = 'parolo.look'

type Look = Pick<Preferences, 'theme' | 'contrast' | 'motion' | 'language' | 'textSize' | 'letters'>

/** Applies the user's look to the page: theme, contrast, motion, typeface, size, language. */
export function applyLook(look: Look): void {
  const root = document.documentElement
  set(root, 'theme', look.theme === 'system' ? null : look.theme)
  set(root, 'contrast', look.contrast === 'system' ? null : look.contrast)
  set(root, 'motion', look.motion === 'system' ? null : look.motion)
  set(root, 'letters', look.letters === 'serif' ? null : look.letters)
  root.style.setProperty('--text-size', String(look.textSize))
  root.lang = chosenLanguage(look.language, navigator.language)
}

export function rememberLook(look: Look): void {
  const { theme, contrast, motion, language, textSize, letters } = look
  window.localStorage.setItem(
    REMEMBERED,
    JSON.stringify({ theme, contrast, motion, language, textSize, letters }),
  )
}

/** Applies the last look until the preferences are loaded; does nothing if none is stored. */
export function recallLook(): void {
  const kept = window.localStorage.getItem(REMEMBERED)
  if (kept === null) document.documentElement.lang = chosenLanguage('system', navigator.language)
  else applyLook(JSON.parse(kept) as Look)
}

/** The page's current language. */
export function pageLanguage(): ProgramLanguage {
  return document.documentElement.lang === 'fr' ? 'fr' : 'en'
}

function set(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete root.dataset[name]
  else root.dataset[name] = value
}
