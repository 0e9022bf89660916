import { Fault } from '#contracts/errors'
import type { JobCalls } from '../tables/jobs.ts'
import type { Lease } from '../tables/leases.ts'

const HEARTBEAT_MS = 1_000

export interface LeaseKeeperCalls {
  /**
   * Beats for the lease every second, in the worker, until it ends or is lost: a program that computes for
   * longer than leases may be silent keeps what it holds.
   */
  keepLease(lease: Lease): void
}

export interface LeaseKeeper {
  readonly calls: LeaseKeeperCalls
  stop(): void
}

export function leaseKeeper(heartbeat: JobCalls['heartbeat']): LeaseKeeper {
  const timers = new Map<Lease, NodeJS.Timeout>()
  const drop = (lease: Lease) => {
    clearInterval(timers.get(lease))
    timers.delete(lease)
  }
  const beat = (lease: Lease) => {
    try {
      heartbeat(lease)
    } catch (error) {
      // Nobody waits for a beat. Whoever writes with a lost lease next is told so; whatever else keeps a beat from
      // being written (a busy library, a full disk) meets that write too, and the next beat may pass.
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
