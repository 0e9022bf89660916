import { Fault } from '#contracts/errors'
import type { RememberedVoice } from '#contracts/calls/voices'
import { DEFAULT_MODELS, modelSha256, type ModelStore } from '../models/model-store.ts'
import { readPreferences } from '../preferences.ts'
import type { Studio } from '../studio.ts'

/** Every remembered voice, ordered by name. */
export async function listVoices({
  library,
  models,
}: Pick<Studio, 'library' | 'models'>): Promise<RememberedVoice[]> {
  const stored = await library.rememberedVoices()
  if (stored.length === 0) return []
  const { job } = await readPreferences(library)
  const chosen = await chosenModel(models, job.voiceModel)
  return stored.map(({ id, name, createdAtMs, parts }) => ({
    id,
    name,
    createdAtMs,
    parts: parts.map(({ recordingId, title, seconds, sample, modelSha256: model }) => ({
      recordingId,
      title,
      seconds,
      ...sample,
      isComparable: model === chosen,
    })),
  }))
}

/** The hash of the voice model for the next transcription: the chosen one, unless it was removed. */
async function chosenModel(models: ModelStore, id: string | undefined): Promise<string> {
  const standard = DEFAULT_MODELS.embedding
  const model = await models.find(id ?? standard).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'model.unknown') return models.find(standard)
    throw error
  })
  return modelSha256(model.entry)
}
