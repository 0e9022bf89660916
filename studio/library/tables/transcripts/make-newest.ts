import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import { takeRedactions } from './take-redactions.ts'

/** Adds the redactions of the others, as it may become the current one. Fault `recording.no-transcript`. */
export function makeNewest(store: Store, transcriptId: string): void {
  store.change((append) => {
    const number = store.nextNumber('transcripts')
    const changed = store.run('UPDATE transcripts SET number = ? WHERE id = ?', number, transcriptId)
    if (changed === 0) throw new Fault('recording.no-transcript', { reference: transcriptId })
    // Ids of later transcripts come from the next number, so this one must never be reused.
    store.run("UPDATE sqlite_sequence SET seq = ? WHERE name = 'transcripts'", number)
    // Another transcript may have been redacted since this one was made.
    takeRedactions(store, transcriptId)
    append('transcript-finished', { transcriptId })
  })
}
