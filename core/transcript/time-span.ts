/** A stretch of the recording, in whole ms of its clock. */
export interface TimeSpan {
  readonly startMs: number
  readonly endMs: number
}
