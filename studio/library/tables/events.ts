import type { EventKind } from '#contracts/events'
import type { LibraryEvent, TouchedIds } from '../library-event.ts'
import type { Store } from '../database/store.ts'
import type { Database } from 'better-sqlite3'
import type { TableDescription } from '../table-description.ts'

export interface EventCalls {
  /** The number of the newest event, 0 in a new library. */
  lastEventNumber(): number
  /** All events after `seq`, in order. If the log no longer goes back that far, the first one is `events-missed`. */
  eventsSince(seq: number): LibraryEvent[]
}

/** The number of the newest event; the same number means the same content, whichever program changes it. */
export const newestEvent = (store: Store): number =>
  store.row<{ seq: number }>('SELECT seq FROM events ORDER BY seq DESC LIMIT 1')?.seq ?? 0

export function createEventCalls(store: Store): EventCalls {
  return {
    lastEventNumber: () => newestEvent(store),
    eventsSince(seq) {
      const rows = store.rows<{ seq: number; kind: EventKind; touched: string }>(
        'SELECT seq, kind, touched FROM events WHERE seq > ? ORDER BY seq',
        seq,
      )
      const events: LibraryEvent[] = rows.map((row) => ({
        seq: row.seq,
        kind: row.kind,
        touched: JSON.parse(row.touched) as TouchedIds,
      }))
      const first = events[0]
      return first !== undefined && first.seq > seq + 1
        ? [{ seq: first.seq - 1, kind: 'events-missed', touched: {} }, ...events]
        : events
    },
  }
}

export const eventsTable: TableDescription = {
  name: 'events',
  whenDeleted: forgetInEvents,
  whenJoined: 'kept',
  whenTrimmed: 'kept',
  isWork: false,
  whenRepaired: 'uncounted',
  whenCopied: null,
  foundBy: null,
}

/** Events refer to objects by ids, except for exported files. Nobody reads the events of a backup. */
function forgetInEvents(database: Database, recordingId: string, place: 'library' | 'backup'): void {
  if (place === 'backup') database.prepare('DELETE FROM events').run()
  else {
    // Earlier programs wrote keys of chunks, which have the hash of the sound.
    database
      .prepare(`UPDATE events SET touched = json_remove(touched, '$.key') WHERE kind = 'chunk-saved'`)
      .run()
    database
      .prepare(
        `UPDATE events SET touched = json_remove(touched, '$.path')
         WHERE kind = 'output-recorded' AND json_extract(touched, '$.recordingId') = ?`,
      )
      .run(recordingId)
  }
}
