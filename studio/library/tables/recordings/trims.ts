import { Fault } from '#contracts/errors'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export interface TrimCalls {
  /** The part of a recording that is kept; null: all of it. */
  trim(recordingId: string): TimeSpan | null
  /** Null: all of it again. Fault `recording.unknown`. */
  setTrim(recordingId: string, part: TimeSpan | null): void
}

export function createTrimCalls(store: Store): TrimCalls {
  return {
    trim: (recordingId) =>
      store.row<TimeSpan>(
        'SELECT start_ms AS startMs, end_ms AS endMs FROM trims WHERE recording_id = ?',
        recordingId,
      ) ?? null,
    setTrim(recordingId, part) {
      store.change((append) => {
        if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
          throw new Fault('recording.unknown', { reference: recordingId })
        if (part === null) store.run('DELETE FROM trims WHERE recording_id = ?', recordingId)
        else store.run('INSERT OR REPLACE INTO trims VALUES (?, ?, ?)', recordingId, part.startMs, part.endMs)
        append('recording-updated', { recordingId })
      })
    },
  }
}

export const trimsTable: TableDescription = {
  name: 'trims',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: 'deleted',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
