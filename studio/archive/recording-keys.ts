import type { TranscribeSettings } from '#contracts/settings'
import type { ListedFacts } from '#core/archive/manifest'
import type { Term } from '#core/glossary/term'
import { modelsFor } from '../recognition/models-for.ts'
import { canonicalJson, hashOfText } from '../queue/settings-hash.ts'
import { settingsKey } from '../recognition/settings/settings-key.ts'
import { withTerms } from '../recognition/settings/with-terms.ts'
import type { ModelStore } from '../models/model-store.ts'

export interface KeyedSettings {
  readonly key: string
  readonly settings: TranscribeSettings
}

/**
 * The settings of each recording and their key, 32 hexadecimal digits, which is determined by options,
 * glossary, models, language and number of speakers.
 */
export class RecordingKeys {
  readonly #models: ModelStore
  readonly #settings: TranscribeSettings
  readonly #terms: readonly Term[]
  readonly #known = new Map<string, Promise<KeyedSettings>>()

  constructor(models: ModelStore, settings: TranscribeSettings, terms: readonly Term[]) {
    this.#models = models
    this.#settings = settings
    this.#terms = terms
  }

  /** Faults: `model.unknown`, `model.language`. */
  of({ language, speakers }: Pick<ListedFacts, 'language' | 'speakers'>): Promise<KeyedSettings> {
    const name = `${language} ${speakers}`
    const known = this.#known.get(name) ?? this.#make(language, speakers)
    this.#known.set(name, known)
    return known
  }

  async #make(language: string, speakers: string): Promise<KeyedSettings> {
    const asked = {
      ...this.#settings,
      ...(language === '' ? {} : { language }),
      ...(speakers === '' ? {} : { speakers: Number(speakers) }),
    }
    const models = await modelsFor(this.#models, asked)
    const terms = [...this.#terms]
    const settings = await withTerms({ termsFor: () => Promise.resolve(terms) }, '', asked, models)
    const key = settingsKey(settings, models)
    if (terms.length === 0) return { key, settings }
    // The settings contain no terms for a model that cannot look for them, but they still give places to
    // check.
    return { key: hashOfText(`${key} ${glossaryJson(terms)}`), settings }
  }
}

const glossaryJson = (terms: readonly Term[]): string =>
  canonicalJson(
    terms.map(({ text, forms = [], soundsLike = [], language = '' }) => ({
      text,
      forms: [...forms],
      soundsLike: [...soundsLike],
      language,
    })),
  )
