import { PCM_RATE } from '#core/sound/pcm'
import type { SampleRange } from '#core/sound/range'
import type { SampleSpan } from '#core/windows/windows'
import type { Word } from '#core/transcript/transcript'
import type { Decoded } from '#core/words/decoded'
import { findRejection } from '#core/words/rejection'
import { readTokens } from '#core/words/tokens'
import { EngineLink } from '../engine-link/engine-link.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { isLostWork } from '../jobs/lost-work.ts'
import { ChunkReader } from '../jobs/words/chunk-reader.ts'
import { WordsOfText } from '../jobs/words/words-of-text.ts'
import { modelPath, recognizerLoad } from '../models/model-config.ts'
import type { Model } from '../models/model-store.ts'
import { LiveLanguage } from './live-language.ts'
import type { LiveChunk } from './live-source.ts'
import type { LiveSound } from './live-sound.ts'

export interface LiveModels {
  readonly recognizer: Model
  readonly detector: Model
}

/** One engine for both: detection goes on while a passage is decoded. */
const CALLS_AT_ONCE = 2

/** An engine with recognizer and detector. `language` null: detected. */
export function liveEngine(
  { recognizer, detector }: LiveModels,
  language: string | null,
  startEngine: StartEngine,
): EngineLink {
  return new EngineLink({
    setUp: [
      recognizerLoad(recognizer, language, 'first'),
      { kind: 'load-detector', model: modelPath(detector, 'model') },
    ],
    parallel: CALLS_AT_ONCE,
    startEngine,
  })
}

/** Texts of passages, by the same steps as the first pass of a job. */
export class LiveDecoder {
  readonly #engine: EngineLink
  readonly #model: Model
  readonly #signal: AbortSignal
  readonly #words: WordsOfText
  #language: LiveLanguage | null
  #found: string

  /** `language` null: detected, until most of the words speak for one. */
  constructor(engine: EngineLink, model: Model, language: string | null, signal: AbortSignal) {
    const { times, rightByBand } = model.entry
    this.#engine = engine
    this.#model = model
    this.#signal = signal
    this.#words = new WordsOfText(times, rightByBand, null)
    this.#language = language === null ? new LiveLanguage() : null
    this.#found = language ?? ''
  }

  /** ISO 639-1, of what was decoded last; empty before. */
  get language(): string {
    return this.#found
  }

  /** None where nothing was said; null if the engine failed on it, or its text cannot be right. */
  async words({ chunk, range }: LiveChunk, sound: LiveSound): Promise<readonly Word[] | null> {
    const decode = (span: SampleSpan): Promise<Decoded | null> => this.#decode(span, sound, false)
    const decoded = await new ChunkReader(decode, sound.read, [chunk], range).first(0)
    if (decoded === null || findRejection(decoded.decodes, 0) !== null) return null
    const { words } = await this.#words.first(chunk, decoded)
    const language = decoded.decodes[0]?.language ?? ''
    if (language !== '') this.#found = language
    await this.#settleLanguage(language, words.length)
    return words
  }

  /** Text of speech that is not over yet; null if the engine failed on it, or it cannot be right. */
  async draft({ startSample, endSample }: SampleRange, sound: LiveSound): Promise<string | null> {
    const span = { startSample, sampleCount: endSample - startSample }
    const decoded = await this.#decode(span, sound, this.#model.entry.streaming)
    return decoded === null || findRejection([decoded], 0) !== null ? null : decoded.text.trim()
  }

  async #decode(span: SampleSpan, sound: LiveSound, isGrowing: boolean): Promise<Decoded | null> {
    const { startSample, sampleCount } = span
    try {
      const raw = await this.#engine.call(
        {
          kind: 'recognize',
          pcmPath: sound.path,
          startSample: startSample - sound.firstSample,
          sampleCount,
          ...(isGrowing ? { isGrowing } : {}),
        },
        { signal: this.#signal, soundSeconds: sampleCount / PCM_RATE },
      )
      return readTokens(raw, span, this.#model.entry.confidence)
    } catch (error) {
      if (isLostWork(error)) return null
      throw error
    }
  }

  async #settleLanguage(found: string, words: number): Promise<void> {
    const language = this.#language?.add(found, words) ?? null
    if (language === null) return
    this.#language = null
    const load = recognizerLoad(this.#model, language, 'first')
    await this.#engine
      .reconfigure(load, { kind: 'set-config', config: load.config })
      .catch((error: unknown) => {
        // A process that died by it is started again with that language.
        if (!isLostWork(error)) throw error
      })
  }
}
