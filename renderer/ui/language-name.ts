import { languageNameIn } from '#core/language/language-name'
import { type ProgramLanguage, say } from '#core/messages/messages'
import { localeOf } from './words.tsx'

/** Languages of Whisper for which Chromium has no name. */
const unnamed: ReadonlySet<string> = new Set(['ba', 'bo'])

/** `French`, `Français`: the name of a language by ISO 639 code, in the language of the program, capitalized. */
export function languageName(code: string, language: ProgramLanguage): string {
  if (unnamed.has(code)) return say(language, `library.language.${code as 'ba' | 'bo'}`)
  const locale = localeOf(language)
  const name = languageNameIn(code, locale) ?? code
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
