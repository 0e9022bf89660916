/** A word of the text and the recognized word that it matches. */
export interface Match {
  readonly given: number
  readonly recognized: number
}

/** Words of both sides between two matches, ends excluded. */
export interface Gap {
  readonly givenFrom: number
  readonly givenTo: number
  readonly recognizedFrom: number
  readonly recognizedTo: number
}

export interface MatchedSide {
  /** Comparable words, none empty. */
  readonly keys: readonly string[]
  /** Whether a sentence or paragraph begins with the word at this index. */
  readonly isStart: (index: number) => boolean
}
