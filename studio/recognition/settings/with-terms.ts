import type { TranscribeSettings } from '#contracts/settings'
import { hotwordsOf } from '#core/glossary/hotwords'
import type { Library } from '../../library/library.ts'
import { takesHotwords } from '../../models/hotwords.ts'
import type { Model } from '../../models/model-store.ts'
import type { JobModels } from '../job-models.ts'

/** Glossary words that one of these recognizers can look for in a recording; empty if none can. */
export async function wordsToLookFor(
  library: Pick<Library, 'termsFor'>,
  recordingId: string,
  /** ISO 639-1, or `auto`. */
  language: string,
  recognizers: readonly Model[],
): Promise<string[]> {
  if (!recognizers.some(({ entry }) => takesHotwords(entry))) return []
  return hotwordsOf(await library.termsFor(recordingId), language)
}

/**
 * The settings with the glossary's words, if a recognizer can look for them: another glossary is another
 * request. Unchanged if none can, or without terms.
 */
export async function withTerms(
  library: Pick<Library, 'termsFor'>,
  recordingId: string,
  settings: TranscribeSettings,
  { recognizer, byLanguage }: Pick<JobModels, 'recognizer' | 'byLanguage'>,
): Promise<TranscribeSettings> {
  const possible = [recognizer, ...(byLanguage?.values() ?? [])]
  const hotwords = await wordsToLookFor(library, recordingId, settings.language, possible)
  return hotwords.length === 0 ? settings : { ...settings, hotwords }
}
