import type { Chunk } from '#core/chunks/plan'
import { PCM_RATE } from '#core/sound/pcm'
import type { Word } from '#core/transcript/transcript'
import type { BandShares } from '#core/words/band-shares'
import { insertCovered } from '#core/words/chunk-words'
import type { Decoded } from '#core/words/decoded'
import { spreadWords } from '#core/words/spread'
import { type TimeSource, type UntimedWord, wordsOfDecode } from '#core/words/words'
import { chunkIdOf } from './chunk-ids.ts'
import type { DecodedChunk } from './chunk-reader.ts'
import type { ChunkWords } from './live-target.ts'
import type { TimesOfUntimed } from './times-of-untimed.ts'

/** Marks the ids of a second text's words, as the first text's words may still be present. */
const SECOND = '~'

/** Makes words with ids and times from decoded text. */
export class WordsOfText {
  readonly #times: TimeSource
  readonly #rightByBand: BandShares
  /** For models without word times; null: distributed over the whole of each decode. */
  readonly #untimed: TimesOfUntimed | null

  /** `rightByBand`: shares measured for the model that produced the words. */
  constructor(times: TimeSource, rightByBand: BandShares, untimed: TimesOfUntimed | null) {
    this.#times = times
    this.#rightByBand = rightByBand
    this.#untimed = untimed
  }

  /** Ids are `<chunk>.<n>`, those of covers `<chunk>+<cover>.<n>`. */
  async first(chunk: Chunk, text: DecodedChunk): Promise<ChunkWords> {
    const chunkId = chunkIdOf(chunk)
    return { chunkId, words: await this.#wordsOf(text, chunkId) }
  }

  /** Ids are `<chunk>~.<n>`. */
  async second(chunk: Chunk, text: DecodedChunk): Promise<ChunkWords> {
    const chunkId = chunkIdOf(chunk)
    return { chunkId, words: await this.#wordsOf(text, chunkId + SECOND) }
  }

  async #wordsOf(text: DecodedChunk, idPrefix: string): Promise<Word[]> {
    let words: Word[] = []
    for (const decoded of text.decodes) {
      words.push(...(await this.#wordsOfDecode(decoded, idPrefix, words.length)))
    }
    for (const [number, decoded] of text.covers.entries()) {
      words = insertCovered(words, await this.#wordsOfDecode(decoded, `${idPrefix}+${number}`, 0))
    }
    return words
  }

  async #wordsOfDecode(decoded: Decoded, idPrefix: string, firstNumber: number): Promise<Word[]> {
    const evenly = (words: readonly UntimedWord[]) =>
      spreadWords(words, [], decoded.span.sampleCount / PCM_RATE)
    const spread = (await this.#untimed?.within(decoded)) ?? evenly
    return wordsOfDecode(decoded, {
      idPrefix,
      firstNumber,
      times: this.#times,
      rightByBand: this.#rightByBand,
      spread,
    })
  }
}
