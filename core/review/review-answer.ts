/** What a review page gives back: a file of JSON, or the same as text in a message. */
export interface ReviewAnswer {
  readonly format: 'parolo-review'
  readonly version: 1
  /** Of the page. */
  readonly review: string
  readonly transcript: string
  readonly title: string
  readonly reviewer: string
  /** When it was made, ISO 8601. */
  readonly answered: string
  readonly paragraphs: readonly AnsweredParagraph[]
  readonly right: readonly AnsweredPlace[]
  readonly comments: readonly AnsweredComment[]
  readonly voices: readonly AnsweredVoice[]
}

/** A word as the page had it: id, the characters before it, and its text. */
export type AnsweredWord = readonly [id: string, before: string, text: string]

/** A paragraph whose text was changed. */
export interface AnsweredParagraph {
  readonly id: string
  /** All that it had. */
  readonly words: readonly AnsweredWord[]
  /** The text now. */
  readonly text: string
}

/** Words of one paragraph that are right as they are. */
export interface AnsweredPlace {
  readonly words: readonly AnsweredWord[]
}

/** A comment on a paragraph. */
export interface AnsweredComment {
  readonly fromWordId: string
  readonly toWordId: string
  readonly text: string
}

export interface AnsweredVoice {
  readonly id: string
  /** What the page showed: its name, else its number. */
  readonly was: string
  readonly name: string
}

/** The end of an answer's file name. */
export const ANSWER_ENDING = '.parolo-review.json'
