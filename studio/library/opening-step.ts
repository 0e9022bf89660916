/** A slow step of opening a library that is migrated, or that was not closed properly. */
export interface OpeningStep {
  readonly step: 'check' | 'copy' | 'change'
  /** Bytes of the database; progress is known for reading it before the check, and for the copy. */
  readonly doneBytes: number
  readonly totalBytes: number
}

export type OnOpeningStep = (step: OpeningStep) => void
