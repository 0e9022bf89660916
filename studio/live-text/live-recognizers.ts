import { Fault } from '#contracts/errors'
import { hotwordsOf } from '#core/glossary/hotwords'
import type { Term } from '#core/glossary/term'
import { catalogModel } from '#core/models/catalog/catalog'
import { withHotwords } from '../models/hotwords.ts'
import { supportsLanguage } from '../models/languages.ts'
import { DEFAULT_MODELS, type Model, type ModelStore } from '../models/model-store.ts'

export interface LiveRecognizersOptions {
  /** ISO 639-1; null: to be detected. */
  readonly language: string | null
  /** Ids of the models chosen by the person, by language. */
  readonly modelByLanguage: Readonly<Record<string, string>>
  /** Glossary terms, for recognizers that can look for them. */
  readonly terms: readonly Term[]
}

export interface LiveRecognizers {
  /** In the order in which they are tried. */
  readonly recognizers: readonly Model[]
  /** The streaming model that the person chose but has not installed; null: none. */
  readonly missing: { readonly name: string; readonly fault: Fault } | null
}

/**
 * The recognizers for text while recording: installed streaming ones that support the language, the one
 * chosen for it first; the embedded one last, or alone if the language is to be detected. Files are not
 * checked.
 */
export async function liveRecognizers(
  models: ModelStore,
  { language, modelByLanguage, terms }: LiveRecognizersOptions,
): Promise<LiveRecognizers> {
  const chosen = language === null ? undefined : modelByLanguage[language]
  const streaming = language === null ? [] : await streamingModels(models, language, chosen)
  const hotwords = hotwordsOf(terms, language ?? 'auto')
  const embedded = await models.find(DEFAULT_MODELS.recognizer)
  return {
    recognizers: [...streaming, embedded].map((model) => withHotwords(model, hotwords)),
    missing: chosen === undefined ? null : await missingModel(models, chosen),
  }
}

async function streamingModels(
  models: ModelStore,
  language: string,
  chosen: string | undefined,
): Promise<Model[]> {
  // An added model's languages are often unknown; the person knows them.
  const isSpoken = ({ entry: { id, languages } }: Model): boolean =>
    id === chosen || (languages.length > 0 && supportsLanguage(languages, language))
  return (await models.list())
    .filter((model) => model.entry.role === 'recogniser' && model.entry.streaming && isSpoken(model))
    .toSorted((a, b) => Number(b.entry.id === chosen) - Number(a.entry.id === chosen))
}

/** Only catalog models are known to be streaming or not. */
async function missingModel(models: ModelStore, id: string): Promise<LiveRecognizers['missing']> {
  const known = catalogModel(id)
  if (known?.kind.startsWith('online-') !== true) return null
  try {
    await models.find(id)
    return null
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const fault = error.code === 'model.unknown' ? new Fault('model.not-here', { id }) : error
    return { name: known.name, fault }
  }
}
