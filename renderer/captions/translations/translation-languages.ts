import { whisperLanguages } from '#contracts/whisper-languages'
import type { ProgramLanguage } from '#core/messages/messages'
import { languageName } from '../../ui/language-name.ts'

/** Languages whose spelling differs by region. */
const regional = 'en-GB en-US es-419 es-ES fr-CA fr-FR pt-BR pt-PT zh-Hans zh-Hant'.split(' ')

/** Languages to translate into, by name: the program's two first. `more`: further languages to include. */
export function translationChoices(
  language: ProgramLanguage,
  taken: readonly string[],
  more: readonly string[] = [],
): readonly { readonly id: string; readonly label: string }[] {
  const codes = new Set([...whisperLanguages, ...regional, ...more])
  const rank = (code: string): number => (/^(?:en|fr)$/u.test(code) ? 0 : 1)
  return [...codes]
    .filter((code) => !taken.includes(code))
    .map((id) => ({ id, label: languageName(id, language) }))
    .sort((a, b) => rank(a.id) - rank(b.id) || a.label.localeCompare(b.label))
}
