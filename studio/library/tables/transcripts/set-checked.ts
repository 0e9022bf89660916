import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'

/**
 * Notes when a person marked a transcript as checked; null: it is not any more. A new transcript of the recording is not
 * checked. Fault `recording.no-transcript`.
 */
export function setChecked(store: Store, transcriptId: string, atMs: number | null): void {
  store.change((append) => {
    const changed = store.run('UPDATE transcripts SET checked_at_ms = ? WHERE id = ?', atMs, transcriptId)
    if (changed === 0) throw new Fault('recording.no-transcript', { reference: transcriptId })
    append('transcript-checked', { transcriptId })
  })
}
