/** A word of the text: its times, in ms. */
export interface AlignedWord {
  readonly startMs: number
  readonly endMs: number
  /** Index of the recognized word that it matches; null if none. */
  readonly recognized: number | null
  /** Whether it is in a passage that was not spoken; it then lasts 0 ms. */
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
  /** Recognized words that the text lacks. */
  readonly unwritten: readonly WordRange[]
}
