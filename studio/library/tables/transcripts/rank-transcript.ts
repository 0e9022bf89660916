import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import { CORRECTED } from './corrected-sql.ts'
import { makeNewest } from './make-newest.ts'
import { factsOf } from './transcript-facts.ts'

/**
 * Only inside `change`, after a transcript was added. One of a part of the recording waits for a person's
 * choice, as does one with `waits`; any other replaces a chosen one that nobody corrected.
 */
export function rankNew(store: Store, transcriptId: string, { waits }: { readonly waits: boolean }): void {
  const added = factsOf(store, transcriptId)
  if (added === undefined) return
  if (waits || added.part !== null) store.run('UPDATE transcripts SET rank = -1 WHERE id = ?', transcriptId)
  else clearChoice(store, added.recordingId, `AND NOT ${CORRECTED}`)
}

/**
 * Makes a transcript the current one of its recording, regardless of the others. Fault
 * `recording.no-transcript`.
 */
export function chooseTranscript(store: Store, transcriptId: string): void {
  store.change(() => {
    const chosen = factsOf(store, transcriptId)
    if (chosen === undefined) throw new Fault('recording.no-transcript', { reference: transcriptId })
    clearChoice(store, chosen.recordingId)
    store.run('UPDATE transcripts SET rank = 1 WHERE id = ?', transcriptId)
    makeNewest(store, transcriptId)
  })
}

function clearChoice(store: Store, recordingId: string, condition = ''): void {
  store.run(`UPDATE transcripts SET rank = 0 WHERE recording_id = ? AND rank = 1 ${condition}`, recordingId)
}
