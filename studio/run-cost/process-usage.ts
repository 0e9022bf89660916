import { readFileSync } from 'node:fs'

/** Ticks a second in Linux's /proc, the same on all its systems. */
const TICKS_A_SECOND = 100

export interface ProcessUsage {
  /** Processor time since it was started. */
  readonly cpuMs: number
  /** Memory now; 0 for one that has ended and was not yet removed from the list. */
  readonly bytes: number
}

/** Whether this system tells what another process uses. */
export const canReadProcesses = process.platform === 'linux'

/** Null for a process that is gone, and on other systems than Linux. */
export function processUsage(pid: number): ProcessUsage | null {
  if (!canReadProcesses) return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name before may contain spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    const kilobytes = /^VmRSS:\s*(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? '0'
    return { cpuMs: (ticks / TICKS_A_SECOND) * 1000, bytes: Number(kilobytes) * 1024 }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return null
    throw error
  }
}
