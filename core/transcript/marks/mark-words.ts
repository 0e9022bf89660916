/** The words of a mark, for its lint rules. */
export interface MarkWords {
  /** How many words it spans, from its first to its last. */
  readonly count: number
  /** Length of the recording, if known. */
  readonly durationMs: number | undefined
}
