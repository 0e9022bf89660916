import type { CuePosition } from '../transcript/marks/kinds/position.ts'
import type { CueLine } from './cue-line.ts'

/** Lines on the screen from one time to another, in whole ms of the recording. */
export interface Cue {
  /** Zero-based. */
  readonly index: number
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly CueLine[]
  /** Ids of the transcript's words in it, in order of time; a long word may be in two cues. */
  readonly wordIds: readonly string[]
  /** Start and end are set by marks; the rules do not apply to it. Omitted for cues that Parolo cuts. */
  readonly isFixed?: true
  /** Position on the picture set by a mark; omitted for the default. */
  readonly position?: CuePosition
}
