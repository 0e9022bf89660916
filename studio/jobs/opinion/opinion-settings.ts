import type { OpinionSettings } from '#contracts/opinion-settings'
import type { TranscriptFacts } from '../../library/library.ts'
import { DEFAULT_MODELS, type ModelStore } from '../../models/model-store.ts'

/** What is asked of a second text; `model` and `language` left out: those of the transcript. */
export interface AskedOpinion extends Pick<OpinionSettings, 'spans' | 'careful'> {
  readonly model?: string
  readonly language?: string
}

export async function opinionSettings(
  models: ModelStore,
  facts: TranscriptFacts,
  { spans, careful, model, language }: AskedOpinion,
): Promise<OpinionSettings> {
  return {
    transcriptId: facts.id,
    spans,
    model: model ?? (await modelOf(models, facts)),
    language: language ?? (facts.language === 'und' ? 'auto' : facts.language),
    careful,
  }
}

/** The model that made the transcript, if it is still here. */
async function modelOf(models: ModelStore, { run }: TranscriptFacts): Promise<string> {
  const used = run.models.find(({ role }) => role === 'recogniser')?.id
  const known = (await models.list()).filter(({ entry }) => entry.role === 'recogniser')
  return known.some(({ entry }) => entry.id === used || (used !== undefined && entry.replaces.includes(used)))
    ? (used as string)
    : DEFAULT_MODELS.recognizer
}
