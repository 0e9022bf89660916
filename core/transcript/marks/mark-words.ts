/** Where a mark's words are, for its lint rules. */
export interface MarkWords {
  /** How many words it lies on, from its first to its last. */
  readonly count: number
  /** Of the first word, in ms of the recording. */
  readonly startMs: number
  /** Of the last word. */
  readonly endMs: number
  /** Of the recording, where it is known. */
  readonly durationMs: number | undefined
}
