import type { WireError } from '#contracts/errors'
import type { FromPage, MediaKind, ToPage } from '#contracts/wire'

/** What main asks the studio's process. */
export interface StudioQuestions {
  /** The file of a recording's sound, original or peaks; null where there is none. */
  readonly media: {
    readonly value: { readonly recordingId: string; readonly kind: MediaKind }
    readonly answer: MediaFile | null
  }
  readonly 'running-jobs': { readonly value: null; readonly answer: number }
}

export interface MediaFile {
  readonly path: string
  readonly mediaType: string
}

export type ToStudio =
  | { readonly kind: 'page'; readonly window: number; readonly message: FromPage }
  | { readonly kind: 'page-closed'; readonly window: number }
  | {
      readonly kind: 'ask'
      readonly number: number
      readonly question: keyof StudioQuestions
      readonly value: unknown
    }
  | { readonly kind: 'quit' }

export type FromStudio =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-ready'; readonly error: WireError }
  | { readonly kind: 'page'; readonly window: number; readonly message: ToPage }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'unanswered'; readonly number: number; readonly error: WireError }
