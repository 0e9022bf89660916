import { checkLease, type Lease } from '../jobs/leases.ts'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export interface ShotCalls {
  /** Start times of the shots, in ms and in order; null if they have not been detected yet. */
  shots(recordingId: string): readonly number[] | null
  /** Replaces earlier ones. Fault `job.lease-lost`. */
  saveShots(recordingId: string, timesMs: readonly number[], lease: Lease): void
}

export function createShotCalls(store: Store): ShotCalls {
  return {
    shots(recordingId) {
      const row = store.row<{ timesMs: string }>(
        'SELECT times_ms AS timesMs FROM shots WHERE recording_id = ?',
        recordingId,
      )
      return row === undefined ? null : (JSON.parse(row.timesMs) as number[])
    },
    saveShots(recordingId, timesMs, lease) {
      store.change((append) => {
        checkLease(store, lease)
        store.run('INSERT OR REPLACE INTO shots VALUES (?, ?)', recordingId, JSON.stringify(timesMs))
        append('shots-found', { recordingId })
      })
    },
  }
}

export const shotsTable: TableDescription = {
  name: 'shots',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: 'deleted',
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
