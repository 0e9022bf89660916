import { type ChunkGroup, padGroup } from '#core/chunks/groups'
import { findHoles } from '#core/chunks/holes'
import { padChunks } from '#core/chunks/pad'
import type { Chunk } from '#core/chunks/plan'
import { quietestPlace } from '#core/chunks/quietest'
import { PCM_RATE } from '#core/sound/pcm'
import type { Decoded, Span } from '#core/words/decoded'
import { guard, type GuardReason, isRetryBetter } from '#core/words/guard'
import { isSecondSurer } from '#core/words/surer'
import { isTogetherBetter } from '#core/words/together'

/** Silence kept around a chunk, at most, in seconds: narrow for the first decode, wide for the others. */
export const NARROW_PAD = 0.15
export const WIDE_PAD = 0.4

/** A chunk shorter than this is not cut in halves. */
const MIN_HALVED_SECONDS = 1

export interface ChunkText {
  /** One decode, or the two halves of a chunk that the guard refused whole; in order of time. */
  readonly decodes: readonly Decoded[]
  /** Decodes of speech in which the text had no token. */
  readonly covers: readonly Decoded[]
  /** Why the first decode was not believed, if it was not. */
  readonly guarded: GuardReason | null
}

type Decode = (span: Span) => Promise<Decoded | null>

/** Reads chunks: decodes them, tries again what the guard refuses, covers speech that was left without text. */
export class ChunkReader {
  readonly #decode: Decode
  readonly #readSamples: (startSample: number, sampleCount: number) => Float32Array
  readonly #chunks: readonly Chunk[]
  readonly #sampleCount: number
  /** Padded spans of each chunk. */
  readonly #spans: { readonly narrow: readonly Span[]; readonly wide: readonly Span[] }

  /** `chunks` in order of time; `sampleCount` of the whole sound. */
  constructor(
    decode: Decode,
    readSamples: (startSample: number, sampleCount: number) => Float32Array,
    chunks: readonly Chunk[],
    sampleCount: number,
  ) {
    this.#decode = decode
    this.#readSamples = readSamples
    this.#chunks = chunks
    this.#sampleCount = sampleCount
    this.#spans = {
      narrow: padChunks(chunks, NARROW_PAD, sampleCount),
      wide: padChunks(chunks, WIDE_PAD, sampleCount),
    }
  }

  /** Whether the wide edges differ from the narrow ones at all. */
  hasOtherEdges(index: number): boolean {
    const narrow = this.#spans.narrow[index] as Span
    const wide = this.#spans.wide[index] as Span
    return narrow.startSample !== wide.startSample || narrow.sampleCount !== wide.sampleCount
  }

  /** The chunk's first text, covered; null where the engine failed on it. */
  async first(index: number): Promise<ChunkText | null> {
    const text = await this.#read(index, 'narrow')
    return text && this.#cover(this.#chunks[index] as Chunk, text)
  }

  /** A text of the chunk with wide edges, covered, if it is better than the first; else null. */
  async second(index: number, first: ChunkText | null): Promise<ChunkText | null> {
    const chunk = this.#chunks[index] as Chunk
    const text = this.hasOtherEdges(index) ? await this.#read(index, 'wide') : null
    if (!text || (first && !isBetter(chunk, first, text))) return null
    return this.#cover(chunk, text)
  }

  /** One text of all the group's chunks, covered, if it is better than theirs; else null. */
  async together(group: ChunkGroup, firsts: readonly (ChunkText | null)[]): Promise<ChunkText | null> {
    const decoded = await this.#decode(padGroup(this.#chunks, group, WIDE_PAD, this.#sampleCount))
    if (!decoded || guard([decoded], 0)) return null
    const text = await this.#cover(group, { decodes: [decoded], covers: [], guarded: null })
    const apart = firsts.filter((first) => first !== null)
    return isTogetherBetter(apart, text) ? text : null
  }

  /** The chunk's text with the given edges, guarded but not covered; null where the engine failed on it. */
  async #read(index: number, edges: 'narrow' | 'wide'): Promise<ChunkText | null> {
    const span = this.#spans[edges][index] as Span
    const speechSeconds = secondsOfSpeech(this.#chunks[index] as Chunk)
    const decoded = await this.#decode(span)
    if (!decoded) return null
    const guarded = guard([decoded], speechSeconds)
    if (!guarded) return { decodes: [decoded], covers: [], guarded }

    let best: readonly Decoded[] = [decoded]
    const other = this.#spans[edges === 'narrow' ? 'wide' : 'narrow'][index] as Span
    if (this.hasOtherEdges(index)) {
      const retried = await this.#decode(other)
      if (retried && isRetryBetter(best, [retried], speechSeconds)) best = [retried]
    }
    if (guard(best, speechSeconds) && span.sampleCount > MIN_HALVED_SECONDS * PCM_RATE) {
      const halves = await this.#decodeHalves(span)
      if (halves && isRetryBetter(best, halves, speechSeconds)) best = halves
    }
    return { decodes: best, covers: [], guarded }
  }

  /** Decodes the holes of a text alone; what the guard refuses is left out. */
  async #cover(chunk: Chunk, text: ChunkText): Promise<ChunkText> {
    const covers: Decoded[] = []
    for (const hole of holesOf(chunk, text.decodes)) {
      const decoded = await this.#decode(hole)
      if (decoded && decoded.text !== '' && !guard([decoded], 0)) covers.push(decoded)
    }
    return { ...text, covers }
  }

  async #decodeHalves(span: Span): Promise<readonly Decoded[] | null> {
    const end = span.startSample + span.sampleCount
    const middle = quietestPlace(this.#readSamples, span.startSample, end)
    const first = await this.#decode({
      startSample: span.startSample,
      sampleCount: middle - span.startSample,
    })
    const second = await this.#decode({ startSample: middle, sampleCount: end - middle })
    return first && second ? [first, second] : null
  }
}

/** Spans of the chunk's speech in which no token of the text starts. */
function holesOf(chunk: Chunk, decodes: readonly Decoded[]): Span[] {
  const starts: number[] = []
  for (const { span, tokens } of decodes) {
    for (const { startSeconds } of tokens) {
      // Without times nobody can say where a text has holes.
      if (startSeconds === null) return []
      starts.push(span.startSample + startSeconds * PCM_RATE)
    }
  }
  return findHoles(chunk, starts).map(({ startSample, endSample }) => ({
    startSample,
    sampleCount: endSample - startSample,
  }))
}

function isBetter(chunk: Chunk, first: ChunkText, second: ChunkText): boolean {
  // Speech of no length: a text that leaves sure speech empty is weighed by its sureness, not by this check.
  if (guard(second.decodes, 0)) return false
  return isSecondSurer(
    first.decodes,
    second.decodes,
    (texts: readonly Decoded[]) => holesOf(chunk, texts).length > 0,
  )
}

/** How much sure speech a chunk holds, without the pauses inside of it. */
export function secondsOfSpeech(chunk: Chunk): number {
  return chunk.regions.reduce((sum, region) => sum + (region.endSample - region.startSample), 0) / PCM_RATE
}
