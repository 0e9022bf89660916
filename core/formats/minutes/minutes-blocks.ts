import type { SpeakingVoice } from '../../speaking/speaking-table.ts'
import type { TextBlock } from '../reading/text-blocks.ts'

/** One decision. */
export interface NumberedItem {
  /** Id of the moment. */
  readonly id: string
  readonly text: string
  /** Null if times are not wanted. */
  readonly atMs: number | null
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
      /** Voices of the rows, for people: the page draws when each speaks. */
      readonly voices?: readonly SpeakingVoice[]
    }
  | { readonly kind: 'passages'; readonly passages: readonly Passage[] }
  | { readonly kind: 'text'; readonly blocks: readonly TextBlock[] }
