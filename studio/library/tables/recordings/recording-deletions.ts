import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export interface RecordingDeletionCalls {
  /**
   * The whole recording is deleted when the program runs on or after the day; null: it is kept. Fault
   * `recording.unknown`.
   */
  planDeletion(recordingId: string, dueOn: string | null): void
  /** Recordings due on this day or earlier, longest overdue first. */
  dueDeletions(today: string): { readonly recordingId: string; readonly dueOn: string }[]
  /** Whether its tasks are waiting, paused or running. */
  hasActiveJobs(recordingId: string): boolean
}

export function createRecordingDeletionCalls(store: Store): RecordingDeletionCalls {
  return {
    planDeletion(recordingId, dueOn) {
      store.change((append) => {
        if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
          throw new Fault('recording.unknown', { reference: recordingId })
        if (dueOn === null) store.run('DELETE FROM recording_deletions WHERE recording_id = ?', recordingId)
        else store.run('INSERT OR REPLACE INTO recording_deletions VALUES (?, ?)', recordingId, dueOn)
        append('recording-updated', { recordingId })
      })
    },
    dueDeletions: (today) =>
      store.rows(
        `SELECT recording_id AS recordingId, due_on AS dueOn FROM recording_deletions
         WHERE due_on <= ? ORDER BY due_on, recording_id`,
        today,
      ),
    hasActiveJobs: (recordingId) =>
      store.row(
        "SELECT 1 FROM jobs WHERE recording_id = ? AND state IN ('queued', 'running', 'paused')",
        recordingId,
      ) !== undefined,
  }
}

export const recordingDeletionsTable: TableDescription = {
  name: 'recording_deletions',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
