import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import { MomentLog } from '../recorded/moment-log.ts'
import { readChecked, writeChecked } from '../recorded/checked-rows.ts'

/**
 * Notes when a person marked a transcript as checked, as one step of undo; null: it is not any more. A new transcript of the
 * recording is not checked. Fault `recording.no-transcript`.
 */
export function setChecked(store: Store, transcriptId: string, atMs: number | null, stepId: string): void {
  store.change((append) => {
    const row = store.row<{ recordingId: string }>(
      'SELECT recording_id AS recordingId FROM transcripts WHERE id = ?',
      transcriptId,
    )
    if (row === undefined) throw new Fault('recording.no-transcript', { reference: transcriptId })
    const { recordingId } = row
    const log = new MomentLog(store)
    const before = readChecked(store, transcriptId)
    // A request that is sent again after a lost answer has been done.
    if (before === atMs || log.hasStep(recordingId, stepId)) return
    writeChecked(store, transcriptId, atMs)
    log.append(
      recordingId,
      { subject: 'checked', rowId: transcriptId, before, after: atMs },
      { stepId, undoes: null },
    )
    append('transcript-checked', { transcriptId })
    // What undo would revert is read again with the moments.
    append('moments-changed', { recordingId })
  })
}
