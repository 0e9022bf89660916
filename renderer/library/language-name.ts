import type { ProgramLanguage } from '#core/messages/messages'
import { localeOf } from '../ui/words.tsx'

const names = new Map<string, Intl.DisplayNames>()

/** `French`, `Français`: a language by its ISO 639 code, in the program's words, with a capital. */
export function languageName(code: string, language: ProgramLanguage): string {
  const locale = localeOf(language)
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' })
  names.set(locale, known)
  // Whisper's one code that is not ISO's: Javanese.
  const name = known.of(code === 'jw' ? 'jv' : code) ?? code
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
