import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph, Word } from '../transcript/transcript.ts'

/**
 * What a difference is about. `only-now`: the second text has nothing there; `only-new`: the transcript has nothing
 * there; `writing`: capitals and punctuation alone.
 */
export type DifferenceKind = 'name' | 'word' | 'words' | 'only-now' | 'only-new' | 'writing'

/** A place of one paragraph where a second text has other words. */
export interface Difference extends TimeSpan {
  /** Unique among the differences of an opinion, and the same as long as the words there are. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly paragraphId: string
  /** The words of the paragraph that differ, in a row; empty: the new words stand between the two below. */
  readonly now: readonly Word[]
  /** The words around them in the paragraph; null at its start and end. */
  readonly wordBeforeId: string | null
  readonly wordAfterId: string | null
  /**
   * What a mark on the difference is on: the words that differ, else the two that the new words stand between, of
   * neighboring paragraphs at the start or end of one; at the start or end of the text the only one.
   */
  readonly markFromId: string
  readonly markToId: string
  /** What the second text has instead; empty: nothing. */
  readonly words: readonly Word[]
  /** A person wrote, changed, accepted or removed words here: it is taken over only when asked for by itself. */
  readonly isByPerson: boolean
  /** A person has decided that the present words stay. */
  readonly isKept: boolean
}

/** A word of the transcript with its paragraph and its index in it. */
export interface PlacedWord {
  readonly word: Word
  readonly paragraph: Paragraph
  readonly index: number
}

/** Words of the transcript and of a second text that stand for each other and differ. */
export interface DifferingRun {
  readonly now: readonly PlacedWord[]
  readonly words: readonly Word[]
  /** The nearest words of the transcript before and after, in the same track; null: there are none. */
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
