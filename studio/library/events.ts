import type { Store } from './store.ts'

export type EventKind =
  | 'recording-added'
  | 'recording-updated'
  | 'recording-deleted'
  | 'track-saved'
  | 'transcript-started'
  | 'transcript-finished'
  | 'speakers-saved'
  | 'paragraphs-saved'
  | 'edit-applied'
  | 'chunk-saved'
  | 'job-requested'
  | 'job-claimed'
  | 'job-freed'
  | 'job-progress'
  | 'job-released'
  | 'job-finished'
  | 'job-failed'
  | 'output-recorded'
  | 'model-added'
  | 'model-removed'
  | 'setting-changed'
  | 'library-salvaged'
  /** Not in the log: stands first where older events were dropped, so that the reader asks for the state. */
  | 'events-missed'

/** Ids of what a change touched, by name: `recordingId`, `transcriptId`, `paragraphIds`, `jobId`, … */
export type Touched = Readonly<Record<string, string | number | null | readonly string[]>>

export interface LibraryEvent {
  /** Rises by one with every event of the library, whatever program made it. */
  readonly seq: number
  readonly kind: EventKind
  readonly touched: Touched
}

export interface EventCalls {
  /** The number of the newest event, 0 in a new library. */
  lastEventNumber(): number
  /**
   * Everything after event `seq`, in order. Where the log no longer goes back that far, an `events-missed`
   * stands first.
   */
  eventsSince(seq: number): LibraryEvent[]
}

export function eventCalls(store: Store): EventCalls {
  return {
    lastEventNumber() {
      return store.row<{ seq: number }>('SELECT seq FROM events ORDER BY seq DESC LIMIT 1')?.seq ?? 0
    },
    eventsSince(seq) {
      const rows = store.rows<{ seq: number; kind: EventKind; touched: string }>(
        'SELECT seq, kind, touched FROM events WHERE seq > ? ORDER BY seq',
        seq,
      )
      const events: LibraryEvent[] = rows.map((row) => ({
        seq: row.seq,
        kind: row.kind,
        touched: JSON.parse(row.touched) as Touched,
      }))
      const first = events[0]
      return first !== undefined && first.seq > seq + 1
        ? [{ seq: first.seq - 1, kind: 'events-missed', touched: {} }, ...events]
        : events
    },
  }
}
