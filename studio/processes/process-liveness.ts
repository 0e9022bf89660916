import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { codeOf } from '../faults/error-code.ts'

/** Identifies a process by pid and start time: the system may reuse a pid alone. */
export interface ProcessIdentity {
  readonly pid: number
  /** Linux: clock ticks since boot; macOS: the text from ps; null if unknown. Used only for comparison. */
  readonly startTime: string | null
}

interface ProcessState {
  /** Has ended, but its parent has not yet read its exit status. */
  readonly zombie: boolean
  readonly startTime: string | null
}

/** The identity of a running process, by default of this one. */
export function processIdentity(pid: number = process.pid): ProcessIdentity {
  return { pid, startTime: stateOf(pid)?.startTime ?? null }
}

/**
 * Whether this exact process is still running. A zombie is not, although kill(pid, 0) succeeds; nor is a later
 * process with the same pid.
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
    // ESRCH: it ended between open and read. ENOENT may also mean that /proc hides other users' processes.
    if (!['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) throw error
    return stateFromSignal(pid)
  }
}

/** `/proc/PID/stat`: the state is field 3, the start time field 22 (proc_pid_stat(5)). */
export function parseProcStat(stat: string): ProcessState {
  // Field 2 is the command's name in parentheses, which may itself contain spaces and parentheses.
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
    // ps exits with 1 if there is no such process; execFileSync reports that as `status`.
    if (error instanceof Error && 'status' in error && error.status === 1) return null
    return stateFromSignal(pid)
  }
}

/** `Z    Mon Jan  5 10:00:00 2026`: state letters, then the start time. */
export function parsePsLine(line: string): ProcessState | null {
  const [state, ...start] = line.trim().split(/\s+/)
  if (state === undefined || state === '') return null
  // Without spaces, for use in file names.
  return { zombie: state.startsWith('Z'), startTime: start.join('-') || null }
}

function stateFromSignal(pid: number): ProcessState | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return null
    // EPERM: it exists and belongs to another user.
    if (codeOf(error) !== 'EPERM') throw error
  }
  return { zombie: false, startTime: null }
}
