import type { HistoryLabel } from '#contracts/calls/transcripts'
import type { Edit } from '#core/edits/edit'
import type { EditLimits } from '#core/edits/times'
import type { Touched } from '#core/edits/touched'
import type { Transcript } from '#core/transcript/transcript'

export type SavedState = 'saved' | 'saving' | 'failed'

export interface SessionState {
  readonly transcript: Transcript
  /** Newest edit of the library that is in `transcript`. */
  readonly editNumber: number
  /** The engine still writes into it. */
  readonly running: boolean
  readonly saved: SavedState
  readonly undo: HistoryLabel
  readonly redo: HistoryLabel
}

/** What a change did; `origin` is what its maker gave to `apply`, or `studio` (another window, the engine, an undo). */
export interface SessionChange {
  readonly before: Transcript
  readonly after: Transcript
  readonly touched: Touched
  readonly origin: unknown
}

/**
 * One open transcript: applies edits at once on the page's own copy, sends them to the studio in order within 300 ms,
 * takes in what others do. What was typed and not yet kept survives a lost connection and is sent again.
 */
export interface TranscriptSession {
  readonly transcriptId: string
  /** Within which its edits are made. */
  readonly limits: EditLimits
  readonly state: SessionState
  /** Called after every change of `state`, be it only `saved`. */
  subscribe(listener: () => void): () => void
  /** Called with every change of the transcript itself, before `subscribe`'s listeners. */
  onChange(listener: (change: SessionChange) => void): () => void
  /** An id that no other window gives. */
  newId(): string
  /**
   * Applies edits, all or none. `stepId` joins calls to one step of undo. Keys that follow one another within a
   * second are one step by themselves. `after`: what they make of the present transcript, where it was worked out
   * already, within `limits`.
   * @throws EditRefused
   */
  apply(
    edits: readonly Edit[],
    options?: { readonly origin?: unknown; readonly stepId?: string; readonly after?: Transcript },
  ): void
  undo(): Promise<void>
  redo(): Promise<void>
  /** "There are N speakers"; null: found out. */
  recount(speakers: number | null): Promise<void>
  /**
   * More edits of the same change are to come, until what is returned is called: so long nothing is `saved`, and
   * `flush` waits.
   */
  expectMore(): () => void
  /** Sends what is not yet sent, and waits until it is kept. */
  flush(): Promise<void>
  close(): void
}
