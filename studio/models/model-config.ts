import os from 'node:os'
import path from 'node:path'
import type { EngineRequest } from '#contracts/engine'
import type { ModelEntry } from '#contracts/models'
import { languageToSet } from '#core/models/defects/set-language'
import type { Model } from './model-store.ts'
import { recognizerProvider } from './recognizer-provider.ts'

/** A streaming recognizer decodes one chunk at a time, so its own threads use the cores. */
const STREAMING_THREADS = Math.max(1, Math.min(4, os.availableParallelism()))

/** The first decode of a chunk, or the second with different edges and settings. */
export type Pass = 'first' | 'second'

export type RecognizerLoad = Extract<EngineRequest, { kind: 'load-recognizer' }>

/**
 * sherpa-onnx's OfflineRecognizer config (OnlineRecognizer's for a streaming model): `file:NAME` becomes a
 * path, and the language is set where the model expects it. `language` null: the model detects it.
 */
export function recognizerConfig(
  model: Model,
  language: string | null,
  pass: Pass = 'first',
): Record<string, unknown> {
  const { entry, folder } = model
  const { hotwords, ...own } = configOf(entry, pass)
  const modelConfig = resolveFiles(own, folder) as Record<string, unknown>
  for (const setting of entry.languageSettings)
    setIn(modelConfig, setting.split('.'), languageToSet(entry, language))
  return {
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: {
      ...modelConfig,
      numThreads: entry.streaming ? STREAMING_THREADS : 1,
      provider: entry.streaming ? 'cpu' : recognizerProvider(),
      debug: 0,
    },
    decodingMethod: 'greedy_search',
    // The engine writes them to the files that sherpa reads.
    ...(hotwords === undefined ? {} : { hotwords }),
  }
}

/** The request that loads a recognizer into an engine; `language` null: the model detects it. */
export function recognizerLoad(model: Model, language: string | null, pass: Pass): RecognizerLoad {
  const { tailZeros, leadingSeconds, streaming } = model.entry
  const config = recognizerConfig(model, language, pass)
  const shortTail = shortTailOf(model.entry, language)
  return { kind: 'load-recognizer', config, tailZeros, leadingSeconds, streaming, ...shortTail }
}

/** The request that gives a loaded recognizer the settings of another load of the same files. */
export function configChange({ config, shortTailSeconds }: RecognizerLoad): EngineRequest {
  return { kind: 'set-config', config, ...(shortTailSeconds === undefined ? {} : { shortTailSeconds }) }
}

/** `shortTailSeconds` as a request has it; nothing for a language in which the model needs all zeros. */
export function shortTailOf(
  { shortTail }: ModelEntry,
  language: string | null,
): { readonly shortTailSeconds?: number } {
  if (shortTail === undefined || language === null || !shortTail.languages.includes(language)) return {}
  return { shortTailSeconds: shortTail.seconds }
}

/** The model's own config for a pass. */
export function configOf(entry: ModelEntry, pass: Pass): Record<string, unknown> {
  if (pass === 'first') return entry.config
  const config = structuredClone(entry.config)
  for (const [setting, value] of Object.entries(entry.secondPass)) setIn(config, setting.split('.'), value)
  return config
}

function resolveFiles(value: unknown, folder: string): unknown {
  if (typeof value === 'string' && value.startsWith('file:')) return path.join(folder, value.slice(5))
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolveFiles(inner, folder)]))
  }
  return value
}

function setIn(target: Record<string, unknown>, [key, ...rest]: string[], value: string | number): void {
  if (key === undefined) return
  if (rest.length === 0) target[key] = value
  else setIn(target[key] as Record<string, unknown>, rest, value)
}

/** The path of a model's file by its name in the config (`model`, `stubEmbedding`, …). */
export function modelPath(model: Model, name: string): string {
  const value = model.entry.config[name]
  if (typeof value !== 'string') throw new Error(`model ${model.entry.id} has no file named ${name}`)
  return resolveFiles(value, model.folder) as string
}
