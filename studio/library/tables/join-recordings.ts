import { Fault } from '#contracts/errors'
import type { Store } from '../database/store.ts'
import { makeNewest } from './make-newest.ts'
import { redactAs, redactedTranscripts, takeRedactions } from './take-redactions.ts'
import { factsOfAll } from './transcript-facts.ts'
import { touchTranscript } from './transcript-rows.ts'

export interface JoinCalls {
  /**
   * Gives a recording everything of one without a file, which is then deleted: transcripts with their edits,
   * as the newest ones, moments, tags, and typed facts of the conversation where it has none. Redactions in
   * either are applied to the moved transcripts and to the one that is current then. Faults:
   * `recording.unknown`.
   */
  moveToRecording(fromId: string, recordingId: string): void
}

/** Tables of a recording for which both may have rows. */
const MOVED = ['moments', 'tags', 'meetings', 'recorded', 'trims', 'shots', 'outputs'] as const

export function createJoinCalls(store: Store): JoinCalls {
  return {
    moveToRecording(fromId, recordingId) {
      store.change((append) => {
        const from = store.row('SELECT 1 FROM recordings WHERE id = ? AND bytes = 0', fromId)
        if (from === undefined) throw new Fault('recording.unknown', { reference: fromId })
        if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
          throw new Fault('recording.unknown', { reference: recordingId })
        const transcripts = store.rows<{ id: string }>(
          'SELECT id FROM transcripts WHERE recording_id = ? ORDER BY number',
          fromId,
        )
        const formers = redactedTranscripts(store, recordingId)
        store.run('UPDATE transcripts SET recording_id = ? WHERE recording_id = ?', recordingId, fromId)
        for (const { id } of transcripts) {
          // Cached data of it contains the id of its recording.
          touchTranscript(store, id)
          makeNewest(store, id)
          redactAs(store, formers, id)
        }
        const current = factsOfAll(store, recordingId).find((each) => each.current)
        if (current !== undefined) takeRedactions(store, current.id)
        // Without a decoded track, the length is that of the text.
        if (store.row('SELECT 1 FROM tracks WHERE recording_id = ?', recordingId) === undefined)
          store.run('UPDATE tracks SET recording_id = ? WHERE recording_id = ?', recordingId, fromId)
        for (const table of MOVED)
          store.run(
            `UPDATE OR IGNORE ${table} SET recording_id = ? WHERE recording_id = ?`,
            recordingId,
            fromId,
          )
        store.run(
          `UPDATE moment_changes SET recording_id = ?, number = number +
             (SELECT coalesce(max(number), 0) FROM moment_changes WHERE recording_id = ?)
           WHERE recording_id = ?`,
          recordingId,
          recordingId,
          fromId,
        )
        store.run(
          'UPDATE OR IGNORE glossaries SET id = ?, recording_id = ? WHERE recording_id = ?',
          recordingId,
          recordingId,
          fromId,
        )
        store.run('DELETE FROM recordings WHERE id = ?', fromId)
        append('moments-changed', { recordingId })
        append('recording-updated', { recordingId })
        append('recording-deleted', { recordingId: fromId })
      })
    },
  }
}
