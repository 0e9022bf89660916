import type { TimeSpan } from '../../transcript/time-span.ts'
import type { SpeakingVoice } from '../../speaking/speaking-table.ts'
import type { TextBlock } from '../reading/text-blocks.ts'

/** What was said at the time of an item of minutes, and the span of the sound around it, on the document's clock. */
export interface Proof extends TimeSpan {
  /** Of the item. */
  readonly atMs: number
  /** The speaker's name; null if unknown or not wanted. */
  readonly name: string | null
  /** On one line; empty if nobody speaks. */
  readonly text: string
}

/** One decision. */
export interface NumberedItem {
  /** Id of the moment. */
  readonly id: string
  readonly text: string
  /** Null if times are not wanted. */
  readonly atMs: number | null
  /** Null if times are not wanted. */
  readonly proof: Proof | null
}

/** The words spoken where a person set a bookmark. */
export interface Passage {
  /** Id of the moment; null for words that were marked in an imported file. */
  readonly momentId: string | null
  readonly atMs: number | null
  /** The speaker's name; null if unknown or not wanted. */
  readonly name: string | null
  /** What the person typed; empty: nothing. */
  readonly label: string
  /** Empty if nobody speaks. */
  readonly text: string
  /** Null if times are not wanted. */
  readonly proof: Proof | null
}

/** A block of minutes, the same for every format. All texts are on one line. */
export type MinutesBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'items'; readonly texts: readonly string[] }
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** From this column on, cells contain numbers or times and are right-aligned. */
      readonly numbersFrom: number
      /** Ids of the rows' moments, for actions. */
      readonly rowIds?: readonly string[]
      /** Of the rows, for actions; each null if times are not wanted. */
      readonly rowProofs?: readonly (Proof | null)[]
      /** Voices of the rows, for people: the page draws when each speaks. */
      readonly voices?: readonly SpeakingVoice[]
    }
  | { readonly kind: 'passages'; readonly passages: readonly Passage[] }
  | { readonly kind: 'text'; readonly blocks: readonly TextBlock[] }
