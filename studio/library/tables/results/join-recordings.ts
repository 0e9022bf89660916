import { Fault } from '#contracts/errors'
import { allTables } from '../../all-tables.ts'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'
import { makeNewest } from '../transcripts/make-newest.ts'
import { redactAs, redactedTranscripts, takeRedactions } from '../transcripts/take-redactions.ts'
import { factsOfAll } from '../transcripts/transcript-facts.ts'
import { touchTranscript } from '../transcripts/transcript-rows.ts'

export interface JoinCalls {
  /**
   * Gives a recording everything of one without a file, which is then deleted: transcripts with their edits,
   * as the newest ones, moments, tags, and typed facts of the conversation where it has none. Redactions in
   * either are applied to the moved transcripts and to the one that is current then. Faults:
   * `recording.unknown`.
   */
  moveToRecording(fromId: string, recordingId: string): void
}

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
        for (const table of allTables) joinRows(store, table, fromId, recordingId)
        store.run('DELETE FROM recordings WHERE id = ?', fromId)
        append('moments-changed', { recordingId })
        append('recording-updated', { recordingId })
        append('recording-deleted', { recordingId: fromId })
      })
    },
  }
}

function joinRows(store: Store, { name, whenJoined }: TableDescription, fromId: string, toId: string): void {
  if (typeof whenJoined === 'function') whenJoined(store, fromId, toId)
  else if (whenJoined === 'moved')
    store.run(`UPDATE OR IGNORE ${name} SET recording_id = ? WHERE recording_id = ?`, toId, fromId)
}
