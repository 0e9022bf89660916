import type { TranscribeSettings } from '#contracts/settings'
import { hotwordsOf } from '#core/glossary/hotwords'
import type { Library } from '../library/library.ts'
import { takesHotwords } from '../models/hotwords.ts'
import type { JobModels } from './job-context.ts'

/**
 * The settings with the glossary's words, where a recognizer can look for them: another glossary is another request. The
 * same settings where none can, and without terms.
 */
export async function withTerms(
  library: Pick<Library, 'termsFor'>,
  recordingId: string,
  settings: TranscribeSettings,
  { recognizer, byLanguage }: Pick<JobModels, 'recognizer' | 'byLanguage'>,
): Promise<TranscribeSettings> {
  const possible = [recognizer, ...(byLanguage?.values() ?? [])]
  if (!possible.some(({ entry }) => takesHotwords(entry))) return settings
  const hotwords = hotwordsOf(await library.termsFor(recordingId), settings.language)
  return hotwords.length === 0 ? settings : { ...settings, hotwords }
}
