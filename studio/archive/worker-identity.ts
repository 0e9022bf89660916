import { readlinkSync } from 'node:fs'
import os from 'node:os'
import { codeOf } from '../faults/error-code.ts'
import { bootId } from '../processes/boot-id.ts'
import { isProcessAlive, processIdentity } from '../processes/process-liveness.ts'

/** A process somewhere in the cluster. */
export interface WorkerIdentity {
  readonly host: string
  readonly pid: number
  readonly startTime: string | null
  /** In which pids are counted: containers on one host each have their own, and so has each start of a computer. */
  readonly pidNamespace: string
}

/** A worker elsewhere renews its files this often while it works. */
export const HEARTBEAT_MS = 30_000
/** What a worker elsewhere has not renewed for this long is of a process that is gone; clocks may differ by minutes. */
const GONE_AFTER_MS = 10 * 60_000

export function ownIdentity(): WorkerIdentity {
  const { pid, startTime } = processIdentity()
  return { host: os.hostname(), pid, startTime, pidNamespace: pidNamespace() }
}

/**
 * Whether that process has ended. Of one on another computer it is known by what it last wrote.
 *
 * @param renewedAtMs when its file was last written, ms since 1970
 */
export function isGone(worker: WorkerIdentity, renewedAtMs: number, nowMs: number = Date.now()): boolean {
  const isHere = worker.host === os.hostname() && worker.pidNamespace === pidNamespace()
  if (isHere && !isProcessAlive(worker)) return true
  // Without its start time, a process may be another one that has got the number.
  const isKnown = isHere && worker.startTime !== null
  return !isKnown && nowMs - renewedAtMs > GONE_AFTER_MS
}

function pidNamespace(): string {
  try {
    return `${bootId()}.${readlinkSync('/proc/self/ns/pid')}`
  } catch (error) {
    // No Linux, or /proc is hidden: then there are no containers to tell apart.
    if (codeOf(error) === undefined) throw error
    return bootId()
  }
}
