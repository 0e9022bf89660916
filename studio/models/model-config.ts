import path from 'node:path'
import type { Model } from './model-store.ts'

/**
 * sherpa-onnx's OfflineRecognizer config for a model: `file:NAME` becomes a path, the language goes where the
 * model takes it. `language` null lets the model find it.
 */
export function recogniserConfig(model: Model, language: string | null): Record<string, unknown> {
  const { entry, folder } = model
  const modelConfig = resolveFiles(entry.config, folder) as Record<string, unknown>
  for (const setting of entry.languageSettings) setIn(modelConfig, setting.split('.'), language ?? '')
  return {
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: { ...modelConfig, numThreads: 1, provider: 'cpu', debug: 0 },
    decodingMethod: 'greedy_search',
  }
}

function resolveFiles(value: unknown, folder: string): unknown {
  if (typeof value === 'string' && value.startsWith('file:')) return path.join(folder, value.slice(5))
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolveFiles(inner, folder)]))
  }
  return value
}

function setIn(target: Record<string, unknown>, [key, ...rest]: string[], value: string): void {
  if (key === undefined) return
  if (rest.length === 0) target[key] = value
  else setIn(target[key] as Record<string, unknown>, rest, value)
}

/** The paths of a model's files by the names that its config gives them (`model`, `stubEmbedding`, …). */
export function modelPath(model: Model, name: string): string {
  const value = model.entry.config[name]
  if (typeof value !== 'string') throw new Error(`model ${model.entry.id} has no file named ${name}`)
  return resolveFiles(value, model.folder) as string
}
