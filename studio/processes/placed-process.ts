import { readlinkSync } from 'node:fs'
import os from 'node:os'
import { codeOf } from '../faults/error-code.ts'
import { bootId } from './boot-id.ts'
import { isProcessAlive, type ProcessIdentity, processIdentity } from './process-liveness.ts'

/**
 * A process, and where its number counts: for folders that are no library and have no locks, as archives and the folders of
 * exports. Those of a library name processes by their id in `open` (library/lock/open-processes.ts).
 */
export interface PlacedProcess extends ProcessIdentity {
  readonly host: string
  /** In which pids are counted: containers on one host each have their own, and so has each start of a computer. */
  readonly pidNamespace: string
}

/** A process elsewhere renews its files this often while it works. */
export const HEARTBEAT_MS = 30_000
/** What a process elsewhere has not renewed for this long is of one that is gone; clocks may differ by minutes. */
const GONE_AFTER_MS = 10 * 60_000

export function ownProcess(): PlacedProcess {
  const { pid, startTime } = processIdentity()
  return { host: os.hostname(), pid, startTime, pidNamespace: pidNamespace() }
}

/**
 * Whether that process has ended. Of one on another computer it is known by what it last wrote.
 *
 * @param renewedAtMs when its file was last written, ms since 1970
 */
export function isGone(placed: PlacedProcess, renewedAtMs: number, nowMs: number = Date.now()): boolean {
  const isHere = placed.host === os.hostname() && placed.pidNamespace === pidNamespace()
  if (isHere && !isProcessAlive(placed)) return true
  // Without its start time, a process may be another one that has got the number.
  const isKnown = isHere && placed.startTime !== null
  return !isKnown && isSilent(renewedAtMs, nowMs)
}

/** Whether a file was last written so long ago that a process elsewhere has not renewed it. */
export function isSilent(renewedAtMs: number, nowMs: number = Date.now()): boolean {
  return nowMs - renewedAtMs > GONE_AFTER_MS
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
