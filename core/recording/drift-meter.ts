import { FRAMES_PER_MS } from './block.ts'

const BUCKET_MS = 1_000
/** Seconds over which the least delay is sought. */
const BUCKETS = 5
/** Before so many seconds nothing is said. */
const LEAST_BUCKETS = 3
/** Smaller differences are left alone, in frames: 1 ms. */
const TOLERATED = FRAMES_PER_MS
/** The difference is closed in about this time, ms. */
const CLOSING_MS = 2_000
/** At most one sample in so many is added or left out. */
const LEAST_SAMPLES_A_CHANGE = 500

/**
 * Measures how far a source's file is behind the clock (positive) or before it. Blocks come late and never early, so the
 * least delay of some seconds is the true one.
 */
export class DriftMeter {
  /** The least difference of each second, in frames. */
  #buckets: { readonly second: number; least: number }[] = []

  add(atMs: number, difference: number): void {
    const second = Math.floor(atMs / BUCKET_MS)
    const last = this.#buckets.at(-1)
    if (last?.second === second) last.least = Math.min(last.least, difference)
    else this.#buckets.push({ second, least: difference })
    if (this.#buckets.length > BUCKETS) this.#buckets.shift()
  }

  /** Call when frames were added to the file besides the sound, or left out (negative). */
  shift(frames: number): void {
    for (const bucket of this.#buckets) bucket.least -= frames
  }

  reset(): void {
    this.#buckets = []
  }

  /** Samples to add to the next block of so many (negative: to leave out). */
  change(samples: number): number {
    if (this.#buckets.length < LEAST_BUCKETS) return 0
    const difference = Math.min(...this.#buckets.map(({ least }) => least))
    if (Math.abs(difference) <= TOLERATED) return 0
    const most = Math.floor(samples / LEAST_SAMPLES_A_CHANGE)
    const wanted = Math.max(1, Math.round((Math.abs(difference) * samples) / (CLOSING_MS * FRAMES_PER_MS)))
    return Math.sign(difference) * Math.min(most, wanted)
  }
}
