/** What takes long when a library is opened that a newer program changes, or that was not closed in good order. */
export interface OpeningStep {
  readonly step: 'check' | 'copy' | 'change'
  /** Bytes of the database; what is done is known of reading it for the check, and of the copy. */
  readonly doneBytes: number
  readonly totalBytes: number
}

export type OnOpeningStep = (step: OpeningStep) => void
