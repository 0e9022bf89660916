import { PCM_RATE } from '#core/sound/pcm'
import type { SampleRange } from '#core/sound/range'
import type { SampleSpan } from '#core/windows/windows'
import type { Word } from '#core/transcript/transcript'
import type { Decoded } from '#core/words/decoded'
import { findRejection } from '#core/words/rejection'
import { readTokens } from '#core/words/tokens'
import { isLostWork } from '../recognition/lost-work.ts'
import { ChunkReader } from '../recognition/words/chunk-reader.ts'
import { WordsOfText } from '../recognition/words/words-of-text.ts'
import { configChange, recognizerLoad } from '../models/model-config.ts'
import type { LiveEngine } from './live-engine.ts'
import { LiveLanguage } from './live-language.ts'
import type { LiveChunk } from './live-source.ts'
import type { LiveSound } from './live-sound.ts'

/** Recognizes passages by the same steps as a job's first pass. */
export class LiveDecoder {
  readonly #engine: LiveEngine
  readonly #signal: AbortSignal
  #language: LiveLanguage | null
  #found: string

  /** `language` null: detected until most words indicate one. */
  constructor(engine: LiveEngine, language: string | null, signal: AbortSignal) {
    this.#engine = engine
    this.#signal = signal
    this.#language = language === null ? new LiveLanguage() : null
    this.#found = language ?? ''
  }

  /** Whether a draft continues where the last one ended, instead of decoding from the beginning. */
  get isStreamed(): boolean {
    return this.#engine.model.entry.streaming
  }

  /** ISO 639-1, from the last decode; empty before. */
  get language(): string {
    return this.#found
  }

  /** Empty if nothing was said; null if the engine failed on it, or its text is implausible. */
  async words({ chunk, range }: LiveChunk, sound: LiveSound): Promise<readonly Word[] | null> {
    const decode = (span: SampleSpan): Promise<Decoded | null> => this.#decode(span, sound, false)
    const decoded = await new ChunkReader(decode, sound.read, [chunk], range).first(0)
    if (decoded === null || findRejection(decoded.decodes, 0) !== null) return null
    const { times, rightByBand } = this.#engine.model.entry
    const { words } = await new WordsOfText(times, rightByBand, null).first(chunk, decoded)
    const language = decoded.decodes[0]?.language ?? ''
    if (language !== '') this.#found = language
    await this.#settleLanguage(language, words.length)
    return words
  }

  /** Text of unfinished speech; null if the engine failed on it, or it is implausible. */
  async draft({ startSample, endSample }: SampleRange, sound: LiveSound): Promise<string | null> {
    const span = { startSample, sampleCount: endSample - startSample }
    const decoded = await this.#decode(span, sound, this.isStreamed)
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
      return readTokens(raw, span, this.#engine.model.entry.confidence)
    } catch (error) {
      if (isLostWork(error)) return null
      throw error
    }
  }

  async #settleLanguage(found: string, words: number): Promise<void> {
    const language = this.#language?.add(found, words) ?? null
    if (language === null) return
    this.#language = null
    const load = recognizerLoad(this.#engine.model, language, 'first')
    await this.#engine.reconfigure(load, configChange(load)).catch((error: unknown) => {
      // A process that died from it is restarted with that language.
      if (!isLostWork(error)) throw error
    })
  }
}
