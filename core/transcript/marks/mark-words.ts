/** The words of a mark, for its lint rules. */
export interface MarkWords {
  /** How many words it spans, from its first to its last. */
  readonly count: number
  /** Start of the first word, in ms of the recording. */
  readonly startMs: number
  /** End of the last word, in ms of the recording. */
  readonly endMs: number
  /** Length of the recording, if known. */
  readonly durationMs: number | undefined
}
