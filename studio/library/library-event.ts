import type { EventKind } from '#contracts/events'

export type { EventKind }

/** Ids of what a change touched, by name: `recordingId`, `transcriptId`, `paragraphIds`, `jobId`, … */
export type TouchedIds = Readonly<Record<string, string | number | null | readonly string[]>>

export interface LibraryEvent {
  /** Rises by one with every event of the library, whatever program made it. */
  readonly seq: number
  readonly kind: EventKind
  readonly touched: TouchedIds
}
