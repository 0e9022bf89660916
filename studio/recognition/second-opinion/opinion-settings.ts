import type { OpinionSettings } from '#contracts/opinion-settings'
import type { Library, TranscriptFacts } from '../../library/library.ts'
import { DEFAULT_MODELS, type ModelStore } from '../../models/model-store.ts'
import { wordsToLookFor } from '../settings/with-terms.ts'

export interface OpinionSources {
  readonly library: Pick<Library, 'termsFor'>
  readonly models: ModelStore
}

/** Options of a second text; omitted `model` and `language`: those of the transcript. */
export interface AskedOpinion extends Pick<OpinionSettings, 'spans' | 'careful' | 'quick'> {
  readonly model?: string
  readonly language?: string
}

/**
 * Completes them, with the glossary's words for a recognizer that supports hotwords. Throws `model.unknown`.
 */
export async function opinionSettings(
  { library, models }: OpinionSources,
  facts: TranscriptFacts,
  { spans, careful, quick, model, language }: AskedOpinion,
): Promise<OpinionSettings> {
  const settings = {
    transcriptId: facts.id,
    spans,
    model: model ?? (await modelOf(models, facts)),
    language: language ?? (facts.language === 'und' ? 'auto' : facts.language),
    careful,
    ...(quick === undefined ? {} : { quick }),
  }
  const recognizer = await models.find(settings.model)
  const hotwords = await wordsToLookFor(library, facts.recordingId, settings.language, [recognizer])
  return hotwords.length === 0 ? settings : { ...settings, hotwords }
}

/** The model that made the transcript, if it is still installed. */
async function modelOf(models: ModelStore, { run }: TranscriptFacts): Promise<string> {
  const used = run.models.find(({ role }) => role === 'recogniser')?.id
  const known = (await models.list()).filter(({ entry }) => entry.role === 'recogniser')
  return known.some(({ entry }) => entry.id === used || (used !== undefined && entry.replaces.includes(used)))
    ? (used as string)
    : DEFAULT_MODELS.recognizer
}
