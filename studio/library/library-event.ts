import type { EventKind } from '#contracts/events'

export type { EventKind }

/** Ids that a change touched, by name: `recordingId`, `transcriptId`, `paragraphIds`, `jobId`, … */
export type TouchedIds = Readonly<Record<string, string | number | null | readonly string[]>>

export interface LibraryEvent {
  /** Increases by one with every event of the library, whichever program caused it. */
  readonly seq: number
  readonly kind: EventKind
  readonly touched: TouchedIds
}
