import type { ProgramLanguage } from '../../language/program-language.ts'

/** A shot change, and how many frames a time is away from it. */
export interface NearShot {
  readonly ms: number
  readonly frames: number
}

/** What a rule is given about a time. */
export interface NearShots {
  /** The last shot change at or before it; null if there is none. */
  readonly before: NearShot | null
  /** The first one after it. */
  readonly after: NearShot | null
  /** Frames: 12 at 24 and 25 a second, 15 at 30, 25 at 50. */
  readonly halfSecond: number
  /** The rules' least gap between captions, in frames. */
  readonly gap: number
}

/** A place so many frames after a shot change; before it, if negative. */
export type ShotPlace = NearShot

/** What a set of rules says of captions near shot changes. Each has its own file and an entry in `shot-rules.ts`. */
export interface ShotRule extends Readonly<Record<ProgramLanguage, string>> {
  /** Where a caption that starts here may start instead, the best place first; empty if it may start here. */
  readonly startPlaces: (near: NearShots) => readonly ShotPlace[]
  /** The same for its end, which is the first frame without it. */
  readonly endPlaces: (near: NearShots) => readonly ShotPlace[]
  /** Whether a caption may start in the middle of a shot and end in the middle of a later one. */
  readonly allowsCrossing: boolean
}

/** Whether a shot change is less than half a second away. */
export const isClose = (shot: NearShot | null, { halfSecond }: NearShots): shot is NearShot =>
  shot !== null && shot.frames < halfSecond
