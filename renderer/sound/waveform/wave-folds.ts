import { firstAbove } from '#core/cut/first-above'
import type { TimeSpan } from '#core/transcript/time-span'

/** Width of a folded stretch in CSS pixels; one that is narrower at some zoom stays as it is. */
export const FOLD_PX = 13

/** Stretches of a recording that the waveform shows folded, and where that puts everything else. */
export class WaveFolds {
  /** In order, apart from one another. */
  readonly spans: readonly TimeSpan[]
  readonly #starts: Float64Array
  readonly #ends: Float64Array
  /** Where each begins and ends at a zoom, in pixels from the start of the recording. */
  #placed: {
    readonly msPerPixel: number
    readonly lefts: Float64Array
    readonly rights: Float64Array
  } | null = null
  #whole: { readonly durationMs: number; readonly width: number; readonly msPerPixel: number } | null = null

  constructor(spans: readonly TimeSpan[]) {
    this.spans = spans
    this.#starts = Float64Array.from(spans, ({ startMs }) => startMs)
    this.#ends = Float64Array.from(spans, ({ endMs }) => endMs)
  }

  /** Distance in pixels of a time from the start of the recording. */
  xOf(ms: number, msPerPixel: number): number {
    const at = firstAbove(this.#starts, ms) - 1
    if (at < 0) return ms / msPerPixel
    const { lefts, rights } = this.#placedAt(msPerPixel)
    const [start = 0, end = 0] = [this.#starts[at], this.#ends[at]]
    const [left = 0, right = 0] = [lefts[at], rights[at]]
    return ms >= end
      ? right + (ms - end) / msPerPixel
      : left + ((right - left) * (ms - start)) / (end - start)
  }

  /** The time at a distance in pixels from the start of the recording. */
  msOf(x: number, msPerPixel: number): number {
    const { lefts, rights } = this.#placedAt(msPerPixel)
    const at = firstAbove(lefts, x) - 1
    if (at < 0) return x * msPerPixel
    const [start = 0, end = 0] = [this.#starts[at], this.#ends[at]]
    const [left = 0, right = 0] = [lefts[at], rights[at]]
    return x >= right ? end + (x - right) * msPerPixel : start + ((end - start) * (x - left)) / (right - left)
  }

  /** Those between two times that are folded at a zoom. */
  between(startMs: number, endMs: number, msPerPixel: number): readonly TimeSpan[] {
    const found: TimeSpan[] = []
    for (let at = firstAbove(this.#ends, startMs); (this.#starts[at] ?? Infinity) < endMs; at += 1) {
      const span = this.spans[at] as TimeSpan
      if (isFolded(span, msPerPixel)) found.push(span)
    }
    return found
  }

  /** The zoom at which a whole recording has a width. */
  wholeMsPerPixel(durationMs: number, width: number): number {
    if (this.#whole?.durationMs === durationMs && this.#whole.width === width) return this.#whole.msPerPixel
    let [near, far] = [0, durationMs / Math.max(1, width)]
    for (let step = 0; step < STEPS; step += 1) {
      const middle = (near + far) / 2
      if (this.#lengthAt(durationMs, middle) > width) near = middle
      else far = middle
    }
    this.#whole = { durationMs, width, msPerPixel: far }
    return far
  }

  #lengthAt(durationMs: number, msPerPixel: number): number {
    let px = durationMs / msPerPixel
    for (const span of this.spans) px -= (span.endMs - span.startMs) / msPerPixel - widthOf(span, msPerPixel)
    return px
  }

  #placedAt(msPerPixel: number): { readonly lefts: Float64Array; readonly rights: Float64Array } {
    if (this.#placed?.msPerPixel === msPerPixel) return this.#placed
    const lefts = new Float64Array(this.spans.length)
    const rights = new Float64Array(this.spans.length)
    let [atMs, x] = [0, 0]
    for (const [at, span] of this.spans.entries()) {
      x += (span.startMs - atMs) / msPerPixel
      lefts[at] = x
      x += widthOf(span, msPerPixel)
      rights[at] = x
      atMs = span.endMs
    }
    this.#placed = { msPerPixel, lefts, rights }
    return this.#placed
  }
}

/** Of halving: enough for a thousandth of a pixel in a day. */
const STEPS = 50

const widthOf = ({ startMs, endMs }: TimeSpan, msPerPixel: number): number =>
  Math.min(FOLD_PX, (endMs - startMs) / msPerPixel)

export const isFolded = ({ startMs, endMs }: TimeSpan, msPerPixel: number): boolean =>
  (endMs - startMs) / msPerPixel > FOLD_PX
