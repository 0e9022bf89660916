import type { SpeakingVoice } from '../../speaking/speaking-table.ts'
import type { TextBlock } from '../text-blocks.ts'

/** One decision. */
export interface NumberedItem {
  /** Of the moment. */
  readonly id: string
  readonly text: string
  /** Null if times are not wanted. */
  readonly atMs: number | null
}

/** What was said where somebody marked it. */
export interface Passage {
  /** Of the moment; null for words that were marked in an imported file. */
  readonly momentId: string | null
  readonly atMs: number | null
  /** The speaker's name; null if unknown or not wanted. */
  readonly name: string | null
  /** What the person typed; empty for none. */
  readonly label: string
  /** Empty where nobody speaks. */
  readonly text: string
}

/** A part of minutes: the same for every format. All texts are on one line. */
export type MinutesBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'items'; readonly texts: readonly string[] }
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Columns from this one on hold numbers or times and stand at the right. */
      readonly numbersFrom: number
      /** Moments of the rows, for actions. */
      readonly rowIds?: readonly string[]
      /** Of the rows, for people: the page draws when each speaks. */
      readonly voices?: readonly SpeakingVoice[]
    }
  | { readonly kind: 'passages'; readonly passages: readonly Passage[] }
  | { readonly kind: 'text'; readonly blocks: readonly TextBlock[] }
