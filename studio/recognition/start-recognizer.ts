import type { EngineLink } from '../engine-link/engine-link.ts'
import type { ModelStore } from '../models/model-store.ts'
import type { JobEngines } from './job-engines.ts'
import type { JobModels } from './job-models.ts'

/**
 * Checks the models' files and starts loading the recognizer, unless it is loaded; resolves when all files are checked.
 * `language` null: detected. Throws `model.missing`, `model.damaged`; a fault of loading is thrown by the first call.
 */
export async function startRecognizer(
  store: ModelStore,
  engines: JobEngines,
  models: JobModels,
  language: string | null,
): Promise<EngineLink> {
  await store.ensureVerified(models.recognizer)
  const words = await engines.words(models.recognizer, language)
  words.warm()
  const { byLanguage: _later, ...used } = models
  await Promise.all([...new Set(Object.values(used))].map((model) => store.ensureVerified(model)))
  return words
}
