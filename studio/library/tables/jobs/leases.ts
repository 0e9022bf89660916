import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import type { Holder } from '../../lock/open-processes.ts'
import type { TableDescription } from '../../table-description.ts'

/** The right to write for a job, identified by a number that is never reused. */
export type Lease = number

export interface LeaseRow {
  readonly number: Lease
  readonly jobId: string
  /** Kind of its job. */
  readonly kind: string
  readonly pid: number
  /** Null: held by a program of version 0.1. */
  readonly processId: string | null
  /** When its holder last wrote progress, ms since 1970. */
  readonly writtenAtMs: number
}

export function heldLeases(store: Store): LeaseRow[] {
  return store.rows<LeaseRow>(
    `SELECT leases.number, job_id AS jobId, jobs.kind, pid, process_id AS processId,
       heartbeat_at_ms AS writtenAtMs
     FROM leases JOIN jobs ON jobs.id = leases.job_id ORDER BY leases.number`,
  )
}

/**
 * Only inside `change`: returns the lease's job id. Throws `job.lease-lost` if another program has taken the job
 * over.
 */
export function checkLease(store: Store, lease: Lease): string {
  const row = store.row<{ jobId: string }>('SELECT job_id AS jobId FROM leases WHERE number = ?', lease)
  if (row === undefined) throw new Fault('job.lease-lost', { lease })
  return row.jobId
}

/** Only inside `change`. */
export function grantLease(store: Store, jobId: string, holder: Holder, nowMs: number): Lease {
  store.run(
    'INSERT INTO leases (job_id, pid, process_id, heartbeat_at_ms, since_ms) VALUES (?, ?, ?, ?, ?)',
    jobId,
    holder.pid,
    holder.id,
    nowMs,
    nowMs,
  )
  const row = store.row<{ number: Lease }>('SELECT number FROM leases WHERE job_id = ?', jobId)
  if (row === undefined) throw new Error(`the lease of ${jobId} was not written`)
  return row.number
}

/** Only inside `change`: ends the lease and adds the time it was held to its job. */
export function endLease(store: Store, lease: Lease, atMs: number = Date.now()): void {
  store.run(
    `UPDATE jobs SET worked_ms = worked_ms + max(0, ? - leases.since_ms)
     FROM leases WHERE leases.number = ? AND jobs.id = leases.job_id AND leases.since_ms IS NOT NULL`,
    atMs,
    lease,
  )
  store.run('DELETE FROM leases WHERE number = ?', lease)
}

export const leasesTable: TableDescription = {
  name: 'leases',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'follows',
  isWork: false,
  whenRepaired: 'left-out',
  whenCopied: 'DELETE FROM leases',
  foundBy: null,
}
