import type { KeptSpans } from './kept-spans.ts'
import { firstAbove } from './first-above.ts'

/** Where a time of the recording is in the cut. */
export interface CutTime {
  /** In ms of the cut. */
  readonly ms: number
  /** False: it is cut, and `ms` is the join there, or an end of the cut. */
  readonly isKept: boolean
}

/** Which of the two times of the recording that meet at a join: the end of the span before it, or the start of the next. */
export type JoinSide = 'before' | 'after'

/** The time map between a recording and its cut. Nothing is rounded at a join: only the result is, once, where it is asked for. */
export class CutClock {
  /** In ms that need not be whole: edges of spans in the recording, and where each begins in the cut. */
  readonly #starts: Float64Array
  readonly #ends: Float64Array
  readonly #begins: Float64Array
  /** In ms that need not be whole. */
  readonly lengthMs: number

  constructor({ spans, rate }: Pick<KeptSpans, 'spans' | 'rate'>) {
    this.#starts = new Float64Array(spans.length)
    this.#ends = new Float64Array(spans.length)
    this.#begins = new Float64Array(spans.length)
    let samples = 0
    for (const [place, { startSample, endSample }] of spans.entries()) {
      this.#starts[place] = (startSample * 1_000) / rate
      this.#ends[place] = (endSample * 1_000) / rate
      this.#begins[place] = (samples * 1_000) / rate
      samples += endSample - startSample
    }
    this.lengthMs = (samples * 1_000) / rate
  }

  /** Place of the kept span that has a time of the recording, or else of the next one; the number of spans after the last. */
  spanAt(ms: number): number {
    return firstAbove(this.#ends, ms)
  }

  /** Not rounded. */
  exactCutTime(ms: number): CutTime {
    const place = this.spanAt(ms)
    const start = this.#starts[place]
    if (start === undefined) return { ms: this.lengthMs, isKept: false }
    const begin = this.#begins[place] ?? 0
    return ms < start ? { ms: begin, isKept: false } : { ms: begin + (ms - start), isKept: true }
  }

  /** In whole ms. A span's end is in the cut that follows it. */
  cutTime(ms: number): CutTime {
    const time = this.exactCutTime(ms)
    return { ms: roundMs(time.ms), isKept: time.isKept }
  }

  /** In whole ms, for the end of something: the end of a span belongs to that span. */
  cutEnd(ms: number): CutTime {
    const place = firstAbove(this.#ends, ms - TINY_MS)
    const start = this.#starts[place]
    if (start === undefined) return { ms: roundMs(this.lengthMs), isKept: false }
    const begin = this.#begins[place] ?? 0
    return ms <= start
      ? { ms: roundMs(begin), isKept: false }
      : { ms: roundMs(begin + (ms - start)), isKept: true }
  }

  /** The time of the recording that a time of the cut is from, in ms that need not be whole; before the start its start. */
  exactWholeTime(cutMs: number, side: JoinSide = 'after'): number {
    const place = this.placeInCut(cutMs, side)
    const start = this.#starts[place]
    if (start === undefined) return 0
    const end = this.#ends[place] ?? start
    return Math.min(Math.max(start, start + (cutMs - (this.#begins[place] ?? 0))), end)
  }

  /** In whole ms. */
  wholeTime(cutMs: number, side: JoinSide = 'after'): number {
    return roundMs(this.exactWholeTime(cutMs, side))
  }

  /** Place of the kept span that a time of the cut is in; the last one at the end. */
  placeInCut(cutMs: number, side: JoinSide = 'after'): number {
    const after = firstAbove(this.#begins, side === 'after' ? cutMs + TINY_MS : cutMs - TINY_MS)
    return Math.max(0, after - 1)
  }
}

/** Less than a sample, and more than floating-point numbers are off in a day. */
const TINY_MS = 1e-5

const roundMs = (ms: number): number => Math.round(ms + TINY_MS / 10)
