import type { SampleRange } from '../sound/range.ts'
import { joinsOf } from './joins.ts'
import type { KeptSpans } from './kept-spans.ts'

export interface SpliceOptions {
  readonly channels: number
  readonly kept: KeptSpans
  /** Stretches of the recording that are silenced, in order, without overlap. */
  readonly silences: readonly SampleRange[]
}

/**
 * Takes a recording's samples in order and returns those that are kept, in memory that does not grow. At a join the cut
 * sound after a span is added to what follows with a gain that falls evenly, and the cut sound before the next span to what
 * precedes it with one that rises: what is kept is never quieter, and nothing is moved.
 */
export class Splicer {
  readonly #channels: number
  readonly #silences: readonly SampleRange[]
  readonly #spans: readonly SampleRange[]
  /** Samples that fade at the join after each span; none after the last. */
  readonly #fades: readonly number[]
  readonly #longestFade: number
  /** Samples of the recording that were given. */
  #at = 0
  #span = 0
  #silence = 0
  /** The last kept samples, to which sound of the cut after them may be added. */
  #held = new Float32Array(0)
  /** Cut sound that is added to the next kept samples. */
  #tail = new Float32Array(0)

  constructor({ channels, kept, silences }: SpliceOptions) {
    this.#channels = channels
    this.#silences = silences
    const { spans, lengthSamples } = kept
    this.#spans = spans.map((span, place) =>
      place === spans.length - 1 && span.endSample >= lengthSamples ? { ...span, endSample: Infinity } : span,
    )
    this.#fades = joinsOf(kept).map(({ fadeSamples }) => fadeSamples)
    this.#longestFade = this.#fades.reduce((most, fade) => Math.max(most, fade), 0)
  }

  /** The sample of the recording after which nothing is needed; null: all of it is. */
  get endSample(): number | null {
    const end = this.#spans.at(-1)?.endSample ?? 0
    return Number.isFinite(end) ? end : null
  }

  /**
   * The next samples, interleaved and of whole frames; they are changed in place, and results are views of them.
   */
  push(samples: Float32Array): Float32Array[] {
    const start = this.#at
    const end = start + samples.length / this.#channels
    this.#at = end
    this.#silenceIn(samples, start, end)
    const within = (from: number, to: number): Float32Array | null => {
      const [first, last] = [Math.max(start, from), Math.min(end, to)]
      return first < last
        ? samples.subarray((first - start) * this.#channels, (last - start) * this.#channels)
        : null
    }
    const pieces: Float32Array[] = []
    for (let span = this.#spans[this.#span]; span !== undefined; span = this.#spans[this.#span]) {
      const { startSample, endSample } = span
      const before = this.#fades[this.#span - 1] ?? 0
      const rising = within(startSample - before, startSample)
      if (rising !== null)
        this.#addBefore(rising, Math.max(start, startSample - before) - startSample, before)
      const kept = within(startSample, endSample)
      if (kept !== null) pieces.push(...this.#keep(kept))
      const after = this.#fades[this.#span] ?? 0
      const falling = within(endSample, endSample + after)
      if (falling !== null) this.#addAfter(falling, Math.max(start, endSample) - endSample, after)
      if (endSample + after > end) break
      this.#span += 1
    }
    return pieces
  }

  /** The last samples. */
  end(): Float32Array {
    const held = this.#held
    this.#held = new Float32Array(0)
    return held
  }

  #silenceIn(samples: Float32Array, start: number, end: number): void {
    for (
      let range = this.#silences[this.#silence];
      range !== undefined;
      range = this.#silences[this.#silence]
    ) {
      const from = Math.max(start, range.startSample)
      const to = Math.min(end, range.endSample)
      if (from < to) samples.fill(0, (from - start) * this.#channels, (to - start) * this.#channels)
      if (range.endSample > end) break
      this.#silence += 1
    }
  }

  #keep(samples: Float32Array): Float32Array[] {
    const added = Math.min(this.#tail.length, samples.length)
    for (let at = 0; at < added; at++) samples[at] = (samples[at] ?? 0) + (this.#tail[at] ?? 0)
    this.#tail = this.#tail.slice(added)
    const most = this.#span === this.#spans.length - 1 ? 0 : this.#longestFade * this.#channels
    const held = this.#held
    const left = Math.max(0, samples.length - most)
    const stays = Math.max(0, most - samples.length)
    const released = held.slice(0, Math.max(0, held.length - stays))
    this.#held = joined(held.subarray(released.length), samples.subarray(left))
    return [released, samples.subarray(0, left)].filter(({ length }) => length > 0)
  }

  /** `from`: place of the first sample in the fade of `fade` samples. */
  #addAfter(samples: Float32Array, from: number, fade: number): void {
    const channels = this.#channels
    const needed = from * channels + samples.length
    if (this.#tail.length < needed)
      this.#tail = joined(this.#tail, new Float32Array(needed - this.#tail.length))
    for (let at = 0; at < samples.length; at++) {
      const gain = 1 - (from + Math.floor(at / channels) + 1) / (fade + 1)
      const place = from * channels + at
      this.#tail[place] = (this.#tail[place] ?? 0) + gain * (samples[at] ?? 0)
    }
  }

  /** `from`: place of the first sample, negative, before the join. */
  #addBefore(samples: Float32Array, from: number, fade: number): void {
    const channels = this.#channels
    for (let at = 0; at < samples.length; at++) {
      const gain = (fade + from + Math.floor(at / channels) + 1) / (fade + 1)
      const place = this.#held.length + from * channels + at
      // A span that is shorter than a fade at the start of the file.
      if (place < 0) continue
      this.#held[place] = (this.#held[place] ?? 0) + gain * (samples[at] ?? 0)
    }
  }
}

function joined(first: Float32Array, second: Float32Array): Float32Array<ArrayBuffer> {
  const all = new Float32Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
