import { Fault } from '#contracts/errors'
import type { JobCalls } from '../tables/jobs.ts'
import type { Lease } from '../tables/leases.ts'

const HEARTBEAT_MS = 1_000

export interface LeaseHeartbeatCalls {
  /**
   * Writes the lease's heartbeat every second, in the worker, until the lease ends or is lost: a program that
   * computes for longer than a lease stays valid keeps its job.
   */
  keepLease(lease: Lease): void
}

export interface LeaseHeartbeats {
  readonly calls: LeaseHeartbeatCalls
  stop(): void
}

export function createLeaseHeartbeats(heartbeat: JobCalls['heartbeat']): LeaseHeartbeats {
  const timers = new Map<Lease, NodeJS.Timeout>()
  const drop = (lease: Lease) => {
    clearInterval(timers.get(lease))
    timers.delete(lease)
  }
  const beat = (lease: Lease) => {
    try {
      heartbeat(lease)
    } catch (error) {
      // Not reported: the next write with a lost lease fails on its own. Any other cause (a busy library, a full
      // disk) makes that write fail too, and the next heartbeat may succeed.
      if (error instanceof Fault && error.code === 'job.lease-lost') drop(lease)
    }
  }
  return {
    calls: {
      keepLease(lease) {
        heartbeat(lease)
        drop(lease)
        timers.set(lease, setInterval(beat, HEARTBEAT_MS, lease).unref())
      },
    },
    stop() {
      for (const lease of timers.keys()) drop(lease)
    },
  }
}
