import type { JoinFaults } from '#core/cut/judge-join'
import type { Store } from '../../database/store.ts'
import { checkLease, type Lease } from '../jobs/leases.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

/** A join whose sound was recognized again. */
export interface CheckedJoinRow extends JoinFaults {
  /** Of core's JoinToRecognize: what is cut there. */
  readonly key: string
  /** The models and settings that it was recognized with. */
  readonly recognizedBy: string
}

export interface CheckedJoinCalls {
  /** All of a transcript, in no order; also of joins that it no longer has. */
  checkedJoins(transcriptId: string): CheckedJoinRow[]
  /** Replaces what was found there before. Fault `job.lease-lost`. */
  saveCheckedJoin(transcriptId: string, row: CheckedJoinRow, lease: Lease): void
  /** Current finished transcripts of whose recordings something is cut, newest first. */
  transcriptsWithCuts(limit: number): string[]
}

interface StoredRow {
  readonly key: string
  readonly recognizedBy: string
  readonly clipped: string
  readonly heard: string
}

export function createCheckedJoinCalls(store: Store): CheckedJoinCalls {
  return {
    checkedJoins: (transcriptId) =>
      store
        .rows<StoredRow>(
          `SELECT join_key AS key, recognized_by AS recognizedBy, clipped, still_audible AS heard
           FROM checked_joins WHERE transcript_id = ?`,
          transcriptId,
        )
        .map(({ key, recognizedBy, clipped, heard }) => ({
          key,
          recognizedBy,
          clipped: JSON.parse(clipped) as string[],
          heard: JSON.parse(heard) as string[],
        })),
    saveCheckedJoin(transcriptId, { key, recognizedBy, clipped, heard }, lease) {
      store.change((append) => {
        checkLease(store, lease)
        store.run(
          'INSERT OR REPLACE INTO checked_joins VALUES (?, ?, ?, ?, ?)',
          transcriptId,
          key,
          recognizedBy,
          JSON.stringify(clipped),
          JSON.stringify(heard),
        )
        append('joins-checked', { transcriptId })
      })
    },
    transcriptsWithCuts: (limit) =>
      store
        .rows<{ id: string }>(
          `SELECT transcripts.id FROM transcripts
           JOIN current_transcripts ON current_transcripts.id = transcripts.id
           WHERE transcripts.state = 'done' AND (
             EXISTS (SELECT 1 FROM marks WHERE transcript_id = transcripts.id AND kind IN ('cut', 'cut-sound'))
             OR EXISTS (SELECT 1 FROM cut_stretches WHERE recording_id = transcripts.recording_id)
           ) ORDER BY transcripts.number DESC LIMIT ?`,
          limit,
        )
        .map(({ id }) => id),
  }
}

/** Checked again if it is lost. */
export const checkedJoinsTable: TableDescription = {
  ...OF_TRANSCRIPT,
  name: 'checked_joins',
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
