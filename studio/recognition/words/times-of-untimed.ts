import { halvesOf } from '#core/chunks/chunk-spans'
import type { ReadSamples } from '#core/chunks/quietest'
import { timesByOtherText } from '#core/align/times-by-other-text'
import { PCM_RATE } from '#core/sound/pcm'
import type { SampleSpan } from '#core/windows/windows'
import type { Word } from '#core/transcript/transcript'
import type { Decoded } from '#core/words/decoded'
import { spreadWords, type VoicedSpan } from '#core/words/spread'
import { type UntimedWord, wordsOfDecode } from '#core/words/words'
import { supportsLanguage } from '../../models/languages.ts'
import type { JobContext } from '../job-context.ts'
import { Decoder } from './decoder.ts'
import { VoicedSpans } from './voiced-spans.ts'

/**
 * The embedded model reads 29.5 s at most, and is best up to 15 s (docs/engine.md 3); a longer span is read
 * in halves.
 */
const MAX_SECONDS = 20

export type SpreadTimes = (words: readonly UntimedWord[]) => readonly VoicedSpan[]

/**
 * Times for words of a model without times: the same sound is decoded with the embedded model, and words in
 * both texts get its times; without a word in common, or with `quick`, words are distributed over the voiced
 * time.
 */
export class TimesOfUntimed {
  readonly #context: JobContext
  readonly #language: string | null
  readonly #readSamples: ReadSamples
  readonly #voiced: VoicedSpans
  readonly #isAligned: boolean
  #decoder: Decoder | null = null

  /** `language` of the words; null if unknown. */
  constructor(context: JobContext, language: string | null, readSamples: ReadSamples) {
    const { settings, models } = context
    this.#context = context
    this.#language = language
    this.#readSamples = readSamples
    this.#voiced = new VoicedSpans(context)
    this.#isAligned =
      !settings.quick && (language === null || supportsLanguage(models.language.entry.languages, language))
  }

  /** In seconds from the decode's start. Throws the faults of `Decoder.decode`. */
  async within({ span, text }: Decoded): Promise<SpreadTimes> {
    if (text === '') return () => []
    const voiced = await this.#voiced.within(span)
    const other = this.#isAligned ? await this.#otherWords(span) : []
    const lengthSeconds = span.sampleCount / PCM_RATE
    const startMs = (span.startSample * 1_000) / PCM_RATE
    const timed = other.map((word) => ({
      text: word.text,
      startMs: word.startMs - startMs,
      endMs: word.endMs - startMs,
    }))
    const sound = {
      lengthMs: lengthSeconds * 1_000,
      voiced: voiced.map(({ start, end }) => ({ startMs: start * 1_000, endMs: end * 1_000 })),
    }
    return (words) => {
      const times = timesByOtherText(
        words.map((word) => word.text),
        timed,
        sound,
      )
      return (
        times?.map((time) => ({ start: time.startMs / 1_000, end: time.endMs / 1_000 })) ??
        spreadWords(words, voiced, lengthSeconds)
      )
    }
  }

  /** The embedded model's words of a span; none for a part on which the engine failed. */
  async #otherWords(span: SampleSpan): Promise<Word[]> {
    if (span.sampleCount > MAX_SECONDS * PCM_RATE) {
      const words: Word[] = []
      for (const half of halvesOf(span, this.#readSamples)) words.push(...(await this.#otherWords(half)))
      return words
    }
    const { language } = this.#context.models
    this.#decoder ??= new Decoder(this.#context, language, this.#language)
    const decoded = await this.#decoder.decode(span)
    if (decoded === null || decoded.tokens.length === 0) return []
    const { times, rightByBand } = language.entry
    return wordsOfDecode(decoded, { idPrefix: '', times, rightByBand })
  }

  async close(): Promise<void> {
    await this.#voiced.close()
    await this.#decoder?.close()
  }
}
