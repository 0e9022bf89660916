/** A word of the text: its times, in ms. */
export interface AlignedWord {
  readonly startMs: number
  readonly endMs: number
  /** Index of the recognized word that it is; null if none is. */
  readonly recognized: number | null
  /** Whether it is in a passage that was not spoken; its times are then one. */
  readonly isUnspoken: boolean
}

/** A range of words, end excluded. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

export interface Alignment {
  /** One for each word of the text. */
  readonly words: readonly AlignedWord[]
  /** Passages of the text that were not spoken. */
  readonly unspoken: readonly WordRange[]
  /** Recognized words of which the text has nothing. */
  readonly unwritten: readonly WordRange[]
}
