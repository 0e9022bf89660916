import { Fault } from '#contracts/errors'
import type { ProcessIdentity } from '../../processes/process-liveness.ts'
import type { Store } from '../database/store.ts'

/** The right to write for a job, identified by a number that is never reused. */
export type Lease = number

/** A lease without a heartbeat for this long is free, ms; the heartbeat is written every second. */
export const LEASE_TIMEOUT_MS = 5_000

export interface LeaseRow {
  readonly number: Lease
  readonly jobId: string
  /** Kind of its job. */
  readonly kind: string
  readonly pid: number
  readonly startTime: string | null
  readonly heartbeatAtMs: number
}

export function heldLeases(store: Store): LeaseRow[] {
  return store.rows<LeaseRow>(
    `SELECT leases.number, job_id AS jobId, jobs.kind, pid, start_time AS startTime,
       heartbeat_at_ms AS heartbeatAtMs
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

export function hasTimedOut(lease: LeaseRow, nowMs: number): boolean {
  // A heartbeat in the future dates from before the clock was set back, so it counts as old.
  return Math.abs(nowMs - lease.heartbeatAtMs) > LEASE_TIMEOUT_MS
}

/** Only inside `change`. */
export function grantLease(store: Store, jobId: string, holder: ProcessIdentity, nowMs: number): Lease {
  store.run(
    'INSERT INTO leases (job_id, pid, start_time, heartbeat_at_ms, since_ms) VALUES (?, ?, ?, ?, ?)',
    jobId,
    holder.pid,
    holder.startTime,
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
