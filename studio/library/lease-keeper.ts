import { Fault } from '#contracts/errors'
import type { JobCalls } from './jobs.ts'
import type { Lease } from './leases.ts'

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

/** `onFault` hears of a beat that failed for another reason than that the lease is over. */
export function leaseKeeper(
  heartbeat: JobCalls['heartbeat'],
  onFault: (error: unknown) => void,
): LeaseKeeper {
  const timers = new Map<Lease, NodeJS.Timeout>()
  const drop = (lease: Lease) => {
    clearInterval(timers.get(lease))
    timers.delete(lease)
  }
  const beat = (lease: Lease) => {
    try {
      heartbeat(lease)
    } catch (error) {
      drop(lease)
      // Whoever writes with a lost lease next is told so.
      if (!(error instanceof Fault && error.code === 'job.lease-lost')) onFault(error)
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
