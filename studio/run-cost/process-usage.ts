import { readFileSync } from 'node:fs'

/** Ticks per second in Linux's /proc, the same on all its systems. */
const TICKS_A_SECOND = 100

export interface ProcessUsage {
  /** Processor time since its start. */
  readonly cpuMs: number
  /** Current memory; 0 for one that has ended but is still listed. */
  readonly bytes: number
}

/** Whether this system reports another process's resource use. */
export const canReadProcesses = process.platform === 'linux'

/** Gone, hidden from this program, or no file can be opened now. */
const UNKNOWN = new Set(['ENOENT', 'ESRCH', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE'])

/** Null for a process that is gone or cannot be read, and on systems other than Linux. */
export function processUsage(
  pid: number,
  read: (file: string, encoding: 'latin1') => string = readFileSync,
): ProcessUsage | null {
  if (!canReadProcesses) return null
  try {
    const stat = read(`/proc/${pid}/stat`, 'latin1')
    // The preceding name may contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    const kilobytes = /^VmRSS:\s*(\d+)/mu.exec(read(`/proc/${pid}/status`, 'latin1'))?.[1] ?? '0'
    return { cpuMs: (ticks / TICKS_A_SECOND) * 1000, bytes: Number(kilobytes) * 1024 }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined && UNKNOWN.has(code)) return null
    throw error
  }
}
