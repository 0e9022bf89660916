import { type ChunkSpans, chunkSpans, halvesOf, secondsOfSpeech } from '#core/chunks/chunk-spans'
import { findHoles } from '#core/chunks/holes'
import type { Chunk } from '#core/chunks/plan'
import type { ReadSamples } from '#core/chunks/quietest'
import { PCM_RATE } from '#core/sound/pcm'
import type { SampleRange } from '#core/sound/range'
import type { Decoded } from '#core/words/decoded'
import type { SampleSpan } from '#core/windows/windows'
import { findRejection, type RejectionReason, isRetryBetter } from '#core/words/rejection'

/** A chunk shorter than this is not halved. */
const MIN_HALVED_SECONDS = 1

export interface DecodedChunk {
  /** One decode, or the two halves of a chunk whose whole decode was rejected; in order of time. */
  readonly decodes: readonly Decoded[]
  /** Additional decodes of speech for which the text had no token. */
  readonly covers: readonly Decoded[]
  /** Why the first decode was rejected; null if it was not. */
  readonly rejection: RejectionReason | null
}

type Decode = (span: SampleSpan) => Promise<Decoded | null>

/** Decodes chunks: retries rejected decodes, and separately decodes speech left without text. */
export class ChunkReader {
  readonly #decode: Decode
  readonly #readSamples: ReadSamples
  readonly #chunks: readonly Chunk[]
  /** Padded spans of each chunk. */
  readonly #spans: ChunkSpans

  /** `chunks` in order of time; `range`: the part of the audio to process. */
  constructor(decode: Decode, readSamples: ReadSamples, chunks: readonly Chunk[], range: SampleRange) {
    this.#decode = decode
    this.#readSamples = readSamples
    this.#chunks = chunks
    this.#spans = chunkSpans(chunks, range)
  }

  /** Whether the wide and the narrow span differ. */
  hasOtherEdges(index: number): boolean {
    const narrow = this.#spans.narrow[index] as SampleSpan
    const wide = this.#spans.wide[index] as SampleSpan
    return narrow.startSample !== wide.startSample || narrow.sampleCount !== wide.sampleCount
  }

  /** The chunk's first text with covers; null if the engine failed on it. */
  async first(index: number): Promise<DecodedChunk | null> {
    const text = await this.#read(index)
    return text && this.#cover(this.#chunks[index] as Chunk, text)
  }

  /**
   * A second text of the chunk, decoded once with wide edges; what it lacks is covered in the first. Null if the engine
   * failed or `findRejection` rejects the text.
   */
  async second(index: number): Promise<DecodedChunk | null> {
    const decoded = await this.#decode(this.#spans.wide[index] as SampleSpan)
    // With zero speech seconds an empty text is accepted: beside it the first keeps only words that are likely right.
    if (!decoded || findRejection([decoded], 0)) return null
    return { decodes: [decoded], covers: [], rejection: null }
  }

  /** The chunk's text with narrow edges, checked but not covered; null if the engine failed on it. */
  async #read(index: number): Promise<DecodedChunk | null> {
    const span = this.#spans.narrow[index] as SampleSpan
    const speechSeconds = secondsOfSpeech(this.#chunks[index] as Chunk)
    const decoded = await this.#decode(span)
    if (!decoded) return null
    const rejection = findRejection([decoded], speechSeconds)
    if (!rejection) return { decodes: [decoded], covers: [], rejection }

    let best: readonly Decoded[] = [decoded]
    if (this.hasOtherEdges(index)) {
      const retried = await this.#decode(this.#spans.wide[index] as SampleSpan)
      if (retried && isRetryBetter(best, [retried], speechSeconds)) best = [retried]
    }
    if (findRejection(best, speechSeconds) && span.sampleCount > MIN_HALVED_SECONDS * PCM_RATE) {
      const halves = await this.#decodeHalves(span)
      if (halves && isRetryBetter(best, halves, speechSeconds)) best = halves
    }
    return { decodes: best, covers: [], rejection }
  }

  /** Decodes each hole of a text separately; rejected results are left out. */
  async #cover(chunk: Chunk, text: DecodedChunk): Promise<DecodedChunk> {
    const decoded = await Promise.all(holesOf(chunk, text.decodes).map((hole) => this.#decode(hole)))
    const covers = decoded.flatMap((cover) =>
      cover !== null && cover.text !== '' && !findRejection([cover], 0) ? [cover] : [],
    )
    return { ...text, covers }
  }

  async #decodeHalves(span: SampleSpan): Promise<readonly Decoded[] | null> {
    const [start, end] = halvesOf(span, this.#readSamples)
    const [first, second] = await Promise.all([this.#decode(start), this.#decode(end)])
    return first && second ? [first, second] : null
  }
}

/** Spans of the chunk's speech in which no token of the text starts. */
function holesOf(chunk: Chunk, decodes: readonly Decoded[]): SampleSpan[] {
  const starts: number[] = []
  for (const { span, tokens } of decodes) {
    for (const { startSeconds } of tokens) {
      // Holes cannot be located without token times.
      if (startSeconds === null) return []
      starts.push(span.startSample + startSeconds * PCM_RATE)
    }
  }
  return findHoles(chunk, starts).map(({ startSample, endSample }) => ({
    startSample,
    sampleCount: endSample - startSample,
  }))
}
