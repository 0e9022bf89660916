import { Fault } from '#contracts/errors'
import { supportsLanguage } from '../models/languages.ts'
import { DEFAULT_MODELS, type Model, type ModelStore } from '../models/model-store.ts'

export interface LiveRecognizerOptions {
  /** Ids of models that the person chose, by language. */
  readonly modelByLanguage: Readonly<Record<string, string>>
  /** Told of a streaming model that is damaged; the next one is taken. */
  readonly onError: (error: unknown) => void
}

/**
 * The recognizer for text while recording, with its files checked: a streaming one that is here and speaks the language,
 * the one chosen for it first; else, and where the language is to be detected (null), the embedded one. Throws
 * `model.missing`, `model.damaged` of the embedded one.
 */
export async function liveRecognizer(
  models: ModelStore,
  language: string | null,
  { modelByLanguage, onError }: LiveRecognizerOptions,
): Promise<Model> {
  for (const model of language === null ? [] : await streamingModels(models, language, modelByLanguage)) {
    try {
      await models.ensureVerified(model)
      return model
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      onError(error)
    }
  }
  const embedded = await models.find(DEFAULT_MODELS.recognizer)
  await models.ensureVerified(embedded)
  return embedded
}

async function streamingModels(
  models: ModelStore,
  language: string,
  modelByLanguage: LiveRecognizerOptions['modelByLanguage'],
): Promise<Model[]> {
  const chosen = modelByLanguage[language]
  // What an added model speaks is often not known; the person knows.
  const isSpoken = ({ entry: { id, languages } }: Model): boolean =>
    id === chosen || (languages.length > 0 && supportsLanguage(languages, language))
  return (await models.list())
    .filter((model) => model.entry.role === 'recogniser' && model.entry.streaming && isSpoken(model))
    .toSorted((a, b) => Number(b.entry.id === chosen) - Number(a.entry.id === chosen))
}
