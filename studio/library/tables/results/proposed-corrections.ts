import { Fault } from '#contracts/errors'
import type { ProposedCorrections } from '#core/corrections/proposed-corrections'
import type { Store } from '../../database/store.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

export interface ProposedCorrectionCalls {
  /** Those of a transcript, first read first. */
  proposedCorrections(transcriptId: string): ProposedCorrections[]
  /** Adds a set, in place of one of the same file; one with the same id is left as it is. Fault `recording.no-transcript`. */
  addProposedCorrections(set: ProposedCorrections): void
  /** An unknown one: nothing happens. */
  deleteProposedCorrections(id: string): void
}

export function createProposedCorrectionCalls(store: Store): ProposedCorrectionCalls {
  return {
    proposedCorrections: (transcriptId) =>
      store
        .rows<{ corrections: string }>(
          'SELECT corrections FROM proposed_corrections WHERE transcript_id = ? ORDER BY read_at_ms, rowid',
          transcriptId,
        )
        .map(({ corrections }) => JSON.parse(corrections) as ProposedCorrections),
    addProposedCorrections(set) {
      const { id, transcriptId, readAtMs, source } = set
      store.change((append) => {
        if (store.row('SELECT 1 FROM transcripts WHERE id = ?', transcriptId) === undefined)
          throw new Fault('recording.no-transcript', { reference: transcriptId })
        // The same file read again takes the place of what it proposed before.
        if (source.sha256 !== undefined)
          store.run(
            "DELETE FROM proposed_corrections WHERE transcript_id = ? AND id <> ? AND json_extract(corrections, '$.source.sha256') = ?",
            transcriptId,
            id,
            source.sha256,
          )
        const added = store.run(
          'INSERT OR IGNORE INTO proposed_corrections (id, transcript_id, read_at_ms, corrections) VALUES (?, ?, ?, ?)',
          id,
          transcriptId,
          readAtMs,
          JSON.stringify(set),
        )
        if (added > 0) append('corrections-changed', { transcriptId })
      })
    },
    deleteProposedCorrections(id) {
      store.change((append) => {
        const found = store.row<{ transcriptId: string }>(
          'SELECT transcript_id AS transcriptId FROM proposed_corrections WHERE id = ?',
          id,
        )
        if (found === undefined) return
        store.run('DELETE FROM proposed_corrections WHERE id = ?', id)
        append('corrections-changed', found)
      })
    },
  }
}

export const proposedCorrectionsTable: TableDescription = {
  name: 'proposed_corrections',
  ...OF_TRANSCRIPT,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
