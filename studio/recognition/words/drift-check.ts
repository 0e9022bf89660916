import { chunkSpans, secondsOfSpeech } from '#core/chunks/chunk-spans'
import type { Chunk } from '#core/chunks/plan'
import { driftsToEnglish } from '#core/models/defects/english-drift'
import type { ModelEntry } from '#contracts/models'
import type { SampleSpan } from '#core/windows/windows'
import { findRejection } from '#core/words/rejection'
import type { JobContext } from '../job-context.ts'
import { isLostWork } from '../lost-work.ts'
import { Decoder } from './decoder.ts'
import type { ChunkWords } from './live-target.ts'
import { WordsOfText } from './words-of-text.ts'

/** Whether a recognizer chooses among several languages itself and takes no setting for it: only these drift. */
export function canDrift({
  languages,
  languageSettings,
}: Pick<ModelEntry, 'languages' | 'languageSettings'>): boolean {
  return languageSettings.length === 0 && languages.length !== 1
}

/**
 * Decodes chunks again whose text drifted into English in a recording of another language, with the embedded
 * model and the language set.
 */
export class DriftCheck {
  readonly #context: JobContext
  readonly #language: string
  readonly #narrow: readonly SampleSpan[]
  #decoder: Decoder | null = null

  constructor(context: JobContext, language: string, chunks: readonly Chunk[]) {
    this.#context = context
    this.#language = language
    this.#narrow = chunkSpans(chunks, context.range).narrow
  }

  isDrifted(text: ChunkWords): boolean {
    return driftsToEnglish(text.words.map((word) => word.before + word.text).join(''), this.#language)
  }

  /** The embedded model's text; null if it is not better. Throws the faults of `Decoder.decode`. */
  async decodeAgain(chunk: Chunk, index: number): Promise<ChunkWords | null> {
    const { models } = this.#context
    const { times, rightByBand } = models.language.entry
    this.#decoder ??= new Decoder(this.#context, models.language, this.#language)
    const span = this.#narrow[index] as SampleSpan
    const decoded = await this.#decoder.decode(span).catch((error: unknown) => {
      if (isLostWork(error)) return null
      throw error
    })
    if (decoded === null || findRejection([decoded], secondsOfSpeech(chunk)) !== null) return null
    if (driftsToEnglish(decoded.text, this.#language)) return null
    const text = { decodes: [decoded], covers: [], rejection: null }
    return new WordsOfText(times, rightByBand, null).first(chunk, text)
  }

  async close(): Promise<void> {
    await this.#decoder?.close()
  }
}
