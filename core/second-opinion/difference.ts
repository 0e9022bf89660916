import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph, Word } from '../transcript/transcript.ts'

/**
 * What a difference concerns. `only-now`: the second text has nothing there; `only-new`: the transcript has
 * nothing there; `writing`: only capitals and punctuation.
 */
export type DifferenceKind = 'name' | 'word' | 'words' | 'only-now' | 'only-new' | 'writing'

/** A place in one paragraph where a second text has other words. */
export interface Difference extends TimeSpan {
  /** Unique among the differences of an opinion, and stable while the words there are unchanged. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly paragraphId: string
  /**
   * The consecutive words of the paragraph that differ; empty: the new words belong between the two below.
   */
  readonly now: readonly Word[]
  /** The words around them in the paragraph; null at its start and end. */
  readonly wordBeforeId: string | null
  readonly wordAfterId: string | null
  /**
   * What a mark on the difference covers: the words that differ, else the two that the new words belong
   * between, of neighboring paragraphs at the start or end of one; at the start or end of the text the only
   * one.
   */
  readonly markFromId: string
  readonly markToId: string
  /** What the second text has instead; empty: nothing. */
  readonly words: readonly Word[]
  /**
   * A person typed, changed, accepted or removed words here: it is taken only when requested individually.
   */
  readonly isByPerson: boolean
  /** A person has decided to keep the present words. */
  readonly isKept: boolean
}

/** A word of the transcript with its paragraph and its index in it. */
export interface PlacedWord {
  readonly word: Word
  readonly paragraph: Paragraph
  readonly index: number
}

/** Corresponding words of the transcript and of a second text that differ. */
export interface DifferingRun {
  readonly now: readonly PlacedWord[]
  readonly words: readonly Word[]
  /** The nearest words of the transcript before and after, in the same track; null: none. */
  readonly before: PlacedWord | null
  readonly after: PlacedWord | null
}

/** Words `from..to` (`to` not included) of one paragraph, and what a second text has there. */
export interface DifferingPart {
  readonly paragraph: Paragraph
  readonly from: number
  readonly to: number
  readonly words: readonly Word[]
}
