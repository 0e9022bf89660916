import { nearestFrame, startOfFrame } from '../../frames/frame-grid.ts'
import { type FrameGrid, framesPerSecond } from '../../frames/video-frames.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'
import type { NearShot, NearShots, ShotPlace, ShotRule } from './shot-rule.ts'
import { shotRules } from './shot-rules.ts'

/** Without a grid, frames are as long as the rules' authors count them. */
const FRAMES_A_SECOND = 24

const known = new WeakMap<CaptionRules, Shots>()

/** The shot changes by which rules judge; null if none are known or the rules do not mention them. */
export function shotsOf(rules: CaptionRules): Shots | null {
  const { shotTimesMs } = rules
  if (shotTimesMs === undefined) return null
  const shots = known.get(rules) ?? new Shots(rules, shotTimesMs)
  known.set(rules, shots)
  return shots
}

/** The shot changes of a video and what the rules say of captions near them. Found by binary search. */
export class Shots {
  readonly halfSecond: number
  /** The rules' gap in frames. */
  readonly gap: number
  readonly allowsCrossing: boolean
  readonly #rule: ShotRule
  readonly #timesMs: readonly number[]
  readonly #grid: FrameGrid | null
  readonly #gapMs: number

  constructor({ shots, frames, gapMs }: CaptionRules, timesMs: readonly number[]) {
    this.#rule = shotRules[shots]
    this.#timesMs = timesMs
    this.#grid = frames ?? null
    this.#gapMs = gapMs
    const rate = frames === undefined ? FRAMES_A_SECOND : framesPerSecond(frames)
    // 12.5 frames are 12, as the guides say of 25 a second.
    this.halfSecond = Math.ceil(rate / 2 - 0.5)
    this.gap = Math.round((gapMs * rate) / 1_000)
    this.allowsCrossing = this.#rule.allowsCrossing
  }

  /** The shot changes on both sides of a time. */
  near(ms: number): NearShots {
    const { halfSecond, gap } = this
    const next = this.#firstAfter(ms)
    return { before: this.#shot(next - 1, ms), after: this.#shot(next, ms), halfSecond, gap }
  }

  /** Times at which a caption may start instead of this one, the best first; none if it may start then. */
  startsFor(ms: number): readonly number[] {
    return this.#rule.startPlaces(this.near(ms)).map((place) => this.#timeAt(place))
  }

  endsFor(ms: number): readonly number[] {
    return this.#rule.endPlaces(this.near(ms)).map((place) => this.#timeAt(place))
  }

  isWrongStart(near: NearShots): boolean {
    return this.#rule.startPlaces(near).length > 0
  }

  isWrongEnd(near: NearShots): boolean {
    return this.#rule.endPlaces(near).length > 0
  }

  /** The latest end that leaves the rules' gap before a start. */
  endBefore(startMs: number): number {
    return this.#timeAt({ ms: startMs, frames: -this.gap })
  }

  /** How many shot changes a caption goes over: those with frames of it on both sides. */
  crossedBy({ startMs, endMs }: Pick<Cue, 'startMs' | 'endMs'>): number {
    const last = this.#firstAfter(endMs)
    const isAtEnd = this.#shot(last - 1, endMs)?.frames === 0
    return Math.max(0, last - (isAtEnd ? 1 : 0) - this.#firstAfter(startMs))
  }

  #shot(index: number, ms: number): NearShot | null {
    const shotMs = this.#timesMs[index]
    return shotMs === undefined ? null : { ms: shotMs, frames: Math.abs(this.#framesBetween(shotMs, ms)) }
  }

  /** Index of the first shot change of a later frame. */
  #firstAfter(ms: number): number {
    let low = 0
    let high = this.#timesMs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#framesBetween(ms, this.#timesMs[middle] ?? 0) > 0) high = middle
      else low = middle + 1
    }
    return low
  }

  #framesBetween(fromMs: number, toMs: number): number {
    if (this.#grid !== null) return nearestFrame(toMs, this.#grid) - nearestFrame(fromMs, this.#grid)
    return Math.round(((toMs - fromMs) * FRAMES_A_SECOND) / 1_000)
  }

  #timeAt({ ms, frames }: ShotPlace): number {
    if (this.#grid !== null) return startOfFrame(nearestFrame(ms, this.#grid) + frames, this.#grid)
    if (frames === -this.gap) return ms - this.#gapMs
    return ms + Math.round((frames * 1_000) / FRAMES_A_SECOND)
  }
}
