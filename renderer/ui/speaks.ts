import type { ModelCard } from '#contracts/calls/models'
import { whisperLanguages } from '#contracts/whisper-languages'

/** Whether a model recognizes a language (ISO 639). */
export function speaks({ languages }: Pick<ModelCard, 'languages'>, code: string): boolean {
  return (
    languages.length === 0 ||
    languages.includes(code) ||
    (languages.includes('*') && whisperLanguages.includes(code))
  )
}
