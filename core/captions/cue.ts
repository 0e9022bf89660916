import type { CuePosition } from '../transcript/marks/kinds/position.ts'
import type { CueLine } from './cue-line.ts'

/** Lines on the screen from one time to another, in whole ms of the recording. */
export interface Cue {
  /** From 0. */
  readonly index: number
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly CueLine[]
  /** Ids of the transcript's words in it, in order of time; a long word may be in two cues. */
  readonly wordIds: readonly string[]
  /** Start and end are set by marks; the rules do not apply to it. Omitted for cues that Parolo cuts. */
  readonly isFixed?: true
  /** Where on the picture a mark puts it; omitted for the usual place. */
  readonly position?: CuePosition
}
