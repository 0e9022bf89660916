import { supportsLanguage } from '../models/languages.ts'
import type { Model, ModelStore } from '../models/model-store.ts'
import type { JobContext } from './job-context.ts'
import type { JobModels } from './job-models.ts'

/** The models for the steps before the language is known: the embedded recognizer detects it. */
export function modelsToFindLanguage(models: JobModels): JobModels {
  if (models.byLanguage === undefined) return models
  const { byLanguage: _later, ...others } = models
  return { ...others, recognizer: models.language }
}

/** The recognizer for the detected language; one that does not support it is replaced by the embedded one. */
export function recognizerFor({ byLanguage, recognizer, language }: JobModels, found: string): Model {
  const chosen = byLanguage?.get(found)
  if (chosen !== undefined) return chosen
  return supportsLanguage(recognizer.entry.languages, found) ? recognizer : language
}

/**
 * The same context with the recognizer for the detected language, its files verified. Throws `model.missing`,
 * `model.damaged`.
 */
export async function contextOfLanguage<Context extends Pick<JobContext, 'models' | 'settings'>>(
  store: ModelStore,
  context: Context,
  models: JobModels,
  found: string,
): Promise<Context> {
  const recognizer = recognizerFor(models, found)
  await store.ensureVerified(recognizer)
  const { byLanguage: _done, ...others } = models
  return { ...context, models: { ...others, recognizer }, settings: { ...context.settings, language: found } }
}
