import type { HistoryLabel } from '#contracts/calls/transcripts'
import type { Edit } from '#core/edits/edit'
import type { EditLimits } from '#core/edits/times'
import type { Touched } from '#core/edits/touched'
import type { Transcript } from '#core/transcript/transcript'

export type SavedState = 'saved' | 'saving' | 'failed'

export interface SessionState {
  readonly transcript: Transcript
  /** Number of the newest library edit contained in `transcript`. */
  readonly editNumber: number
  /** True while the engine is still writing. */
  readonly running: boolean
  readonly saved: SavedState
  readonly undo: HistoryLabel
  readonly redo: HistoryLabel
}

/**
 * The effect of a change; `origin` is the value passed to `apply`, or `studio` (another window, the engine, an undo).
 */
export interface SessionChange {
  readonly before: Transcript
  readonly after: Transcript
  readonly touched: Touched
  readonly origin: unknown
}

/**
 * One open transcript: applies edits immediately to the page's own copy, sends them to the studio in order within 300
 * ms, and merges changes by others. Unsaved edits survive a lost connection and are sent again.
 */
export interface TranscriptSession {
  readonly transcriptId: string
  /** Limits within which edits are made. */
  readonly limits: EditLimits
  readonly state: SessionState
  /** Called after every change of `state`, even if only `saved` changed. */
  subscribe(listener: () => void): () => void
  /** Called for every change of the transcript, before the listeners of `subscribe`. */
  onChange(listener: (change: SessionChange) => void): () => void
  /** Returns an id that no other window can create. */
  newId(): string
  /**
   * Applies edits, all or none. `stepId` joins calls into one undo step. Keystrokes within a second of each other form
   * one step automatically. `after`: the result for the current transcript, if already computed, within `limits`.
   * @throws EditRefused
   */
  apply(
    edits: readonly Edit[],
    options?: { readonly origin?: unknown; readonly stepId?: string; readonly after?: Transcript },
  ): void
  /** Ends the undo step: the next keystroke starts a new one. */
  endStep(): void
  /** Undoes the newest step, of the text or of the moments of its recording. */
  undo(): Promise<void>
  redo(): Promise<void>
  /**
   * Ends the undo step, and starts `work` after all earlier edits: a change that shares one undo order with
   * them.
   */
  inOrder(work: () => Promise<unknown>): Promise<void>
  /** Sets the number of speakers; null detects it. */
  recount(speakers: number | null): Promise<void>
  /**
   * Announces more edits of the same change until the returned function is called: until then nothing counts as
   * `saved`, and `flush` waits.
   */
  expectMore(): () => void
  /** Sends everything unsent and waits until it is saved. */
  flush(): Promise<void>
  close(): void
}
