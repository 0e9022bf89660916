import { Fault } from '#contracts/errors'
import { TranscribeSettings } from '#contracts/settings'
import { DEFAULT_MODELS, type ModelStore } from '../../models/model-store.ts'
import { readPreferences } from '../../preferences.ts'
import type { Studio } from '../../studio.ts'
import { withoutUndefined } from '../../without-undefined.ts'
import { withChosenModels } from '../models-by-language.ts'

const DEFAULT_SETTINGS: TranscribeSettings = {
  language: 'auto',
  model: DEFAULT_MODELS.recognizer,
  speakers: null,
  quick: false,
  track: 0,
}

/**
 * The given settings, completed by the model for the language (all of them if it is to be detected and no
 * model is given), the person's last choices, then the defaults.
 */
export async function completeSettings(
  { library, models }: Pick<Studio, 'library' | 'models'>,
  given: Partial<TranscribeSettings>,
): Promise<TranscribeSettings> {
  const { job, modelByLanguage } = await readPreferences(library)
  const last = await stillPossible(models, withoutUndefined<TranscribeSettings>(job))
  const completed = { ...DEFAULT_SETTINGS, ...last, ...given }
  const settings = TranscribeSettings.parse(completed)
  return given.model === undefined ? withChosenModels(models, { modelByLanguage }, settings) : settings
}

/** The last chosen models may have been removed since; then the defaults are used, with any language. */
async function stillPossible(
  models: ModelStore,
  job: Partial<TranscribeSettings>,
): Promise<Partial<TranscribeSettings>> {
  const { model, voiceModel, ...others } = job
  const known = await idIfKnown(models, model)
  const knownVoice = await idIfKnown(models, voiceModel)
  return { ...others, ...(known && { model: known }), ...(knownVoice && { voiceModel: knownVoice }) }
}

/** The model's id, or that of its replacement; undefined if there is none. */
async function idIfKnown(models: ModelStore, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined
  try {
    return (await models.find(id)).entry.id
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'model.unknown') throw error
    return undefined
  }
}
