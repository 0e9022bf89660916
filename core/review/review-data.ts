import type { ProgramLanguage } from '../language/program-language.ts'
import type { ReviewText } from './review-texts.ts'

/** The text as the script of a review page reads it, as JSON in the page. Times are in ms of the recording. */
export interface ReviewData {
  readonly version: 1
  /** Of this page: under it a browser keeps what is typed, and an answer names it. */
  readonly review: string
  readonly transcript: string
  readonly title: string
  /** The language in which the page begins. */
  readonly language: ProgramLanguage
  readonly texts: Readonly<Record<ProgramLanguage, Readonly<Record<ReviewText, string>>>>
  readonly voices: readonly ReviewVoice[]
  readonly paragraphs: readonly ReviewParagraph[]
  readonly places: readonly ReviewPlace[]
  /** Null: the page has no sound. */
  readonly sound: ReviewSound | null
}

export interface ReviewVoice {
  readonly id: string
  /** Null if nobody gave it one. */
  readonly name: string | null
  /** What the text shows: the name, else its number. */
  readonly label: string
}

/** A paragraph whose text is an element of the page. */
export interface ReviewParagraph {
  readonly id: string
  /** Index of its voice; null: unknown. */
  readonly voice: number | null
  readonly startMs: number
  readonly endMs: number
  /** Of its words. */
  readonly ids: readonly string[]
  /** UTF-16 units before each word and of it, by turns. */
  readonly lengths: readonly number[]
}

/** What is doubted at a place: its words, who says them, whether words are missing, or whether anybody speaks. */
export type PlaceKind = 'words' | 'speaker' | 'missing' | 'silence'

export interface ReviewPlace {
  /** Index. */
  readonly paragraph: number
  /** Where it is in the text of its paragraph, UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly kind: PlaceKind
  readonly startMs: number
  readonly endMs: number
  readonly fromWordId: string
  /** May be in the next paragraph. */
  readonly toWordId: string
}

export interface ReviewSound {
  readonly type: string
  /** Stretches of the recording that the sound holds, one after another. */
  readonly spans: readonly (readonly [startMs: number, endMs: number])[]
  /** Whether it has only the seconds around places. */
  readonly isAroundPlaces: boolean
}
