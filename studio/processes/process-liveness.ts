import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { codeOf } from '../faults/error-code.ts'

/** Which process, and since when: a pid alone may have been given to another process meanwhile. */
export interface ProcessIdentity {
  readonly pid: number
  /** Linux: clock ticks since boot; macOS: what ps says; null where nobody tells. Only ever compared. */
  readonly startTime: string | null
}

interface ProcessState {
  /** Nothing of it runs any more; its parent has yet to ask how it ended. */
  readonly zombie: boolean
  readonly startTime: string | null
}

/** The identity of a running process, by default of this one. */
export function processIdentity(pid: number = process.pid): ProcessIdentity {
  return { pid, startTime: stateOf(pid)?.startTime ?? null }
}

/**
 * Whether that very process still runs. A zombie does not, although kill(pid, 0) says so;
 * nor does a process that got the pid later.
 */
export function isProcessAlive(identity: ProcessIdentity): boolean {
  const state = stateOf(identity.pid)
  if (state === null || state.zombie) return false
  return identity.startTime === null || state.startTime === null || identity.startTime === state.startTime
}

function stateOf(pid: number): ProcessState | null {
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') return stateFromProc(pid)
  if (process.platform === 'darwin') return stateFromPs(pid)
  return stateFromSignal(pid)
}

function stateFromProc(pid: number): ProcessState | null {
  try {
    return parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (error) {
    // ESRCH: it ended between open and read. ENOENT may also mean that /proc hides others' processes.
    if (!['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) throw error
    return stateFromSignal(pid)
  }
}

/** `/proc/PID/stat`: the state is field 3, the start time field 22 (proc_pid_stat(5)). */
export function parseProcStat(stat: string): ProcessState {
  // Field 2 is the command's name in brackets, which may itself hold spaces and brackets.
  const fromThird = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fromThird[0]
  return { zombie: state === 'Z' || state === 'X' || state === 'x', startTime: fromThird[19] ?? null }
}

function stateFromPs(pid: number): ProcessState | null {
  try {
    const line = execFileSync('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C', TZ: 'UTC' },
    })
    return parsePsLine(line)
  } catch (error) {
    // ps ends with 1 when there is no such process, which execFileSync tells by `status`.
    if (error instanceof Error && 'status' in error && error.status === 1) return null
    return stateFromSignal(pid)
  }
}

/** `Z    Mon Jan  5 10:00:00 2026`: state letters, then the time it started. */
export function parsePsLine(line: string): ProcessState | null {
  const [state, ...start] = line.trim().split(/\s+/)
  if (state === undefined || state === '') return null
  return { zombie: state.startsWith('Z'), startTime: start.join(' ') || null }
}

function stateFromSignal(pid: number): ProcessState | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return null
    // EPERM: it is there and belongs to somebody else.
    if (codeOf(error) !== 'EPERM') throw error
  }
  return { zombie: false, startTime: null }
}
