/** A span of the recording, in whole ms from its start. */
export interface TimeSpan {
  readonly startMs: number
  readonly endMs: number
}
