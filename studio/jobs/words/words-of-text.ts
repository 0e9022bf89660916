import type { Chunk } from '#core/chunks/plan'
import { PCM_RATE } from '#core/sound/pcm'
import type { Word } from '#core/transcript/transcript'
import { insertCovered } from '#core/words/chunk-words'
import type { Decoded } from '#core/words/decoded'
import { handOut } from '#core/words/hand-out'
import { spreadWords } from '#core/words/spread'
import { type TimeSource, type UntimedWord, wordsOfDecode } from '#core/words/words'
import { chunkIdOf } from './chunk-ids.ts'
import type { ChunkText } from './chunk-reader.ts'
import type { ChunkWords } from './live-transcript.ts'
import type { VoicedSpans } from './voiced-spans.ts'

/** Stands in the ids of a second text's words, as the first text's may be there still. */
const SECOND = '~'

/** Makes words, with ids and times, of what was decoded. */
export class WordsOfText {
  readonly #times: TimeSource
  /** Where there is voice: only for models whose words have no times. */
  readonly #voiced: VoicedSpans | null

  constructor(times: TimeSource, voiced: VoicedSpans | null) {
    this.#times = times
    this.#voiced = voiced
  }

  /** Ids are `<chunk>.<n>`, those of covers `<chunk>+<cover>.<n>`. */
  async first(chunk: Chunk, text: ChunkText): Promise<ChunkWords> {
    const chunkId = chunkIdOf(chunk)
    return { chunkId, words: await this.#wordsOf(text, chunkId) }
  }

  /** The words of one text of several neighbouring chunks, for each of those. Ids are `<chunk>~.<n>`. */
  async second(chunks: readonly Chunk[], text: ChunkText): Promise<ChunkWords[]> {
    const words = await this.#wordsOf(text, '')
    return handOut(words, chunks).map((share, index) => {
      const chunkId = chunkIdOf(chunks[index] as Chunk)
      return {
        chunkId,
        words: share.map((word, number) => ({ ...word, id: `${chunkId}${SECOND}.${number}` })),
      }
    })
  }

  async #wordsOf(text: ChunkText, idPrefix: string): Promise<Word[]> {
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
    const spans = this.#voiced ? await this.#voiced.within(decoded.span) : []
    const spread = (untimed: readonly UntimedWord[]) =>
      spreadWords(untimed, spans, decoded.span.sampleCount / PCM_RATE)
    return wordsOfDecode(decoded, { idPrefix, firstNumber, times: this.#times, spread })
  }
}
