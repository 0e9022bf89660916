import { Fault } from '#contracts/errors'
import type { TranscribeSettings } from '#contracts/settings'
import { languagesInWords, supportsLanguage } from '../models/languages.ts'
import { withHotwords } from '../models/hotwords.ts'
import type { ModelRole } from '#core/transcript/transcript'
import { DEFAULT_MODELS, type Model, type ModelStore } from '../models/model-store.ts'
import type { JobModels } from './job-models.ts'

/** The models that a job uses. Throws `model.unknown` and `model.language`, both before any work starts. */
export async function modelsFor(models: ModelStore, settings: TranscribeSettings): Promise<JobModels> {
  const used = await modelsOf(models, settings)
  const { modelByLanguage } = settings
  if (settings.language !== 'auto' || modelByLanguage === undefined) return used
  const byLanguage = new Map<string, Model>()
  for (const [code, id] of Object.entries(modelByLanguage)) {
    const { recognizer } = await modelsOf(models, { ...settings, language: code, model: id })
    byLanguage.set(code, recognizer)
  }
  return { ...used, byLanguage }
}

async function modelsOf(models: ModelStore, settings: TranscribeSettings): Promise<JobModels> {
  const [recognizer, language, segmentation, embedding, detector] = await Promise.all([
    models.find(settings.model),
    models.find(DEFAULT_MODELS.recognizer),
    models.find(DEFAULT_MODELS.segmentation),
    models.find(settings.voiceModel ?? DEFAULT_MODELS.embedding),
    models.find(DEFAULT_MODELS['speech-detection']),
  ])
  if (recognizer.entry.role !== 'recogniser')
    throw unknownAs('recogniser', settings.model, await models.list())
  if (embedding.entry.role !== 'embedding')
    throw unknownAs('embedding', embedding.entry.id, await models.list())
  const { languages } = recognizer.entry
  if (settings.language !== 'auto' && !supportsLanguage(languages, settings.language)) {
    throw new Fault('model.language', {
      id: recognizer.entry.id,
      language: settings.language,
      known: languagesInWords(languages),
    })
  }
  const searching = withHotwords(recognizer, settings.hotwords ?? [])
  return { recognizer: searching, language, segmentation, embedding, detector }
}

/** The model is installed, but has another role. */
function unknownAs(role: ModelRole, id: string, all: readonly Model[]): Fault {
  const known = all.filter(({ entry }) => entry.role === role).map(({ entry }) => entry.id)
  return new Fault('model.unknown', { id, known: known.join(', ') })
}
