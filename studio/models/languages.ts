import { whisperLanguages } from '#contracts/whisper-languages'

/** Whether a model with these languages supports `language`. */
export function supportsLanguage(languages: readonly string[], language: string): boolean {
  return (
    languages.length === 0 ||
    languages.includes(language) ||
    (languages.includes('*') && whisperLanguages.includes(language))
  )
}

/** The languages for a message: all if there are few, else the first ones and the total count. */
export function languagesInWords(languages: readonly string[]): string {
  if (!languages.includes('*')) return languages.join(', ')
  return `${whisperLanguages.slice(0, 8).join(', ')}, … (${whisperLanguages.length})`
}
