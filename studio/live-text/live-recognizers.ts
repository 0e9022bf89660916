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
  /** Ids of models that the person chose, by language. */
  readonly modelByLanguage: Readonly<Record<string, string>>
  /** Of the glossary: recognizers that can look for them do. */
  readonly terms: readonly Term[]
}

export interface LiveRecognizers {
  /** In the order in which they are to be tried. */
  readonly recognizers: readonly Model[]
  /** The streaming model that the person chose and that is not here; null: none. */
  readonly missing: { readonly name: string; readonly fault: Fault } | null
}

/**
 * The recognizers for text while recording: streaming ones that are here and speak the language, the one chosen for it
 * first; last, and alone where the language is to be detected, the embedded one. Files are not checked.
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
  // What an added model speaks is often not known; the person knows.
  const isSpoken = ({ entry: { id, languages } }: Model): boolean =>
    id === chosen || (languages.length > 0 && supportsLanguage(languages, language))
  return (await models.list())
    .filter((model) => model.entry.role === 'recogniser' && model.entry.streaming && isSpoken(model))
    .toSorted((a, b) => Number(b.entry.id === chosen) - Number(a.entry.id === chosen))
}

/** Whether it would stream is known of the catalog's models alone. */
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
