import type { ModelCard } from '#contracts/calls/models'
import { whisperLanguages } from '#contracts/whisper-languages'
import type { ProgramLanguage } from '#core/messages/messages'
import { languageName } from './language-name.ts'

/** Languages that can be chosen for a model: the program's two first, the rest by name. */
export function spokenLanguages(
  model: Pick<ModelCard, 'languages'> | undefined,
  language: ProgramLanguage,
): readonly { readonly id: string; readonly label: string }[] {
  const codes =
    !model || model.languages.includes('*') || model.languages.length === 0
      ? whisperLanguages
      : model.languages
  const first = (code: string): number => (code === language ? 0 : code === 'en' || code === 'fr' ? 1 : 2)
  return codes
    .map((id) => ({ id, label: languageName(id, language) }))
    .sort((a, b) => first(a.id) - first(b.id) || a.label.localeCompare(b.label))
}
