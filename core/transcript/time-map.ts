/** A move in time: a time of before, in ms, by `ratio` and then later by `offsetMs`. */
export interface TimeMap {
  /** Above 0. */
  readonly ratio: number
  /** Negative: earlier. */
  readonly offsetMs: number
}

/** A time of before, and the one that it is to have, in ms. */
export interface TimePair {
  readonly fromMs: number
  readonly toMs: number
}

export const UNMOVED: TimeMap = { ratio: 1, offsetMs: 0 }

export const movedBy = (offsetMs: number): TimeMap => ({ ratio: 1, offsetMs })

/** Frames per second as a fraction. */
export interface RateFraction {
  readonly numerator: number
  readonly denominator: number
}

/**
 * For captions made for a film at one frame rate, of the same frames shown at another: frame 100 stays frame
 * 100.
 */
export const stretchedBy = (from: RateFraction, to: RateFraction): TimeMap => ({
  ratio: (from.numerator * to.denominator) / (from.denominator * to.numerator),
  offsetMs: 0,
})

/** The move that brings two times to where they belong; null if their order does not allow it. */
export function throughPairs(one: TimePair, other: TimePair): TimeMap | null {
  const ratio = (other.toMs - one.toMs) / (other.fromMs - one.fromMs)
  if (!Number.isFinite(ratio) || ratio <= 0) return null
  return { ratio, offsetMs: one.toMs - ratio * one.fromMs }
}

/** One move after another, as one. */
export const movedAgain = (first: TimeMap, then: TimeMap): TimeMap => ({
  ratio: first.ratio * then.ratio,
  offsetMs: first.offsetMs * then.ratio + then.offsetMs,
})

/** The move back. */
export const movedBack = ({ ratio, offsetMs }: TimeMap): TimeMap => ({
  ratio: 1 / ratio,
  offsetMs: -offsetMs / ratio,
})

/** More than floating-point numbers are off: half a ms is rounded up, however it was computed. */
const ALMOST_MS = 1e-6

/** In whole ms; negative for what would be before the start of the film. */
export const movedTime = (ms: number, { ratio, offsetMs }: TimeMap): number =>
  Math.round(ms * ratio + offsetMs + ALMOST_MS)

/** In thousandths of a ms, for times that are moved again. */
export const movedExactly = (ms: number, { ratio, offsetMs }: TimeMap): number =>
  Math.round((ms * ratio + offsetMs) * 1_000) / 1_000

/** A ratio this near to 1 is 1: less than half a ms in ten hours. */
const SAME_RATIO = 1e-8

/** The same move without the error of floating-point numbers: a move and the move back are none. */
export function normalizedMap({ ratio, offsetMs }: TimeMap): TimeMap {
  if (Math.abs(ratio - 1) <= SAME_RATIO) return { ratio: 1, offsetMs: Math.round(offsetMs) }
  const whole = Math.round(offsetMs)
  return { ratio, offsetMs: Math.abs(offsetMs - whole) <= ALMOST_MS / 10 ? whole : offsetMs }
}

export const isUnmoved = ({ ratio, offsetMs }: TimeMap): boolean => ratio === 1 && offsetMs === 0
