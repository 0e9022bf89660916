import { readlinkSync } from 'node:fs'
import os from 'node:os'
import { codeOf } from '../faults/error-code.ts'
import { bootId } from './boot-id.ts'
import { isProcessAlive, type ProcessIdentity, processIdentity } from './process-liveness.ts'

/**
 * A process and the scope of its pid: for folders without locks that are not libraries, such as archives and
 * export folders. Libraries identify processes by their id in `open` (library/lock/open-processes.ts).
 */
export interface PlacedProcess extends ProcessIdentity {
  readonly host: string
  /** The scope of pids: each container on a host has its own, and so has each boot of a computer. */
  readonly pidNamespace: string
}

/** A process elsewhere renews its files this often while it works. */
export const HEARTBEAT_MS = 30_000
/**
 * A process elsewhere that has renewed nothing for this long counts as dead; clocks may differ by minutes.
 */
const GONE_AFTER_MS = 10 * 60_000

export function ownProcess(): PlacedProcess {
  const { pid, startTime } = processIdentity()
  return { host: os.hostname(), pid, startTime, pidNamespace: pidNamespace() }
}

/**
 * Whether that process has ended. If it is on another computer, this is judged by its last write.
 *
 * @param renewedAtMs when its file was last written, ms since 1970
 */
export function isGone(placed: PlacedProcess, renewedAtMs: number, nowMs: number = Date.now()): boolean {
  const isHere = placed.host === os.hostname() && placed.pidNamespace === pidNamespace()
  if (isHere && !isProcessAlive(placed)) return true
  // Without its start time, the pid may belong to another process by now.
  const isKnown = isHere && placed.startTime !== null
  return !isKnown && isSilent(renewedAtMs, nowMs)
}

/** Whether a file's last write is so long ago that a process elsewhere has stopped renewing it. */
export function isSilent(renewedAtMs: number, nowMs: number = Date.now()): boolean {
  return nowMs - renewedAtMs > GONE_AFTER_MS
}

function pidNamespace(): string {
  try {
    return `${bootId()}.${readlinkSync('/proc/self/ns/pid')}`
  } catch (error) {
    // Not Linux, or /proc is hidden: then there are no containers to distinguish.
    if (codeOf(error) === undefined) throw error
    return bootId()
  }
}
