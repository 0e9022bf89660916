import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../../faults/error-code.ts'
import { bootId } from '../../processes/boot-id.ts'
import { programName } from '../../processes/program-name.ts'
import { LockFile } from './lock-file.ts'

/**
 * Subfolder of the library's with two files for each process that has it open: `ID.json` identifies it,
 * `ID.lock` is locked while it is alive.
 */
export const OPEN_FOLDER = 'open'

/** How often a process renews its file, for processes on other computers, which cannot see its lock. */
export const RENEW_MS = 5_000
/** A process on another computer that has not renewed its file for this long counts as dead. */
const SILENT_MS = 30_000
/** Its files are kept for this long, as the computer may only have been asleep. */
const KEPT_MS = 24 * 3_600_000

const ProcessFile = z.object({
  /** Never reused. */
  id: z.string(),
  pid: z.number(),
  host: z.string(),
  boot: z.string(),
  program: z.string(),
})

/** A process that has a library open, or had when it ended. */
export type OpenProcess = z.infer<typeof ProcessFile>

/** A process that has a library open, as its rows there identify it. */
export type Holder = Pick<OpenProcess, 'id' | 'pid'>

/** This process among those that have a library open. */
export interface Membership {
  readonly self: OpenProcess
  readonly leave: () => void
}

interface Joined {
  readonly self: OpenProcess
  readonly lock: LockFile
  members: number
}

/** Keyed by folder: several openings in one thread appear as one process. */
const joined = new Map<string, Joined>()

let removesAtExit = false

/** A program may end without closing its library. */
function removeAtExit(): void {
  if (removesAtExit) return
  removesAtExit = true
  process.once('exit', () => {
    for (const [folder, own] of joined) removeOwn(folder, own)
  })
}

/**
 * Registers this process as having the library in `folder` open; creates the folder if it is missing. Removes
 * the files of dead processes. Throws errors of the disk and of SQLite.
 */
export function joinLibrary(folder: string): Membership {
  let own = joined.get(folder)
  if (own === undefined) {
    mkdirSync(folder, { recursive: true })
    // Creating a subfolder does not always fail in a read-only folder.
    accessSync(folder, constants.W_OK)
    mkdirSync(join(folder, OPEN_FOLDER), { recursive: true })
    removeDead(folder)
    own = announce(folder)
    joined.set(folder, own)
    removeAtExit()
  }
  const { self } = own
  own.members += 1
  let isMember = true
  return {
    self,
    leave() {
      if (!isMember || own === undefined) return
      isMember = false
      own.members -= 1
      if (own.members > 0) return
      joined.delete(folder)
      removeOwn(folder, own)
    },
  }
}

function removeOwn(folder: string, { self, lock }: Joined): void {
  rmSync(fileOf(folder, self.id, 'json'), { force: true })
  removeLock(fileOf(folder, self.id, 'lock'), lock)
}

/**
 * Whether the process still has the library open: on this computer its lock shows that, whatever its
 * container and whoever has reused its pid; on another one, a recent renewal of its file.
 */
export function isOpenIn(folder: string, id: string | null): boolean {
  // A program of version 0.1, which cannot have the library open any more.
  if (id === null) return false
  if (joined.get(folder)?.self.id === id) return true
  const known = readProcess(folder, id)
  return known !== null && isAlive(folder, known)
}

/** The other processes that have the library open. */
export function othersIn(folder: string): OpenProcess[] {
  const own = joined.get(folder)?.self.id
  return idsIn(folder)
    .filter((id) => id !== own)
    .map((id) => readProcess(folder, id))
    .filter((known) => known !== null)
    .filter((known) => isAlive(folder, known))
}

/** Call every `RENEW_MS`. */
export function renew(folder: string, self: OpenProcess): void {
  const now = new Date()
  try {
    const file = fileOf(folder, self.id, 'json')
    // Others have removed it if this computer slept for a long time.
    if (existsSync(file)) utimesSync(file, now, now)
    else writeProcess(folder, self)
  } catch (error) {
    // A missed renewal matters only on other computers, and the next follows soon.
    if (codeOf(error) === undefined) throw error
  }
}

function announce(folder: string): Joined {
  const id = randomUUID()
  const self = { id, pid: process.pid, host: os.hostname(), boot: bootId(), program: programName() }
  const file = fileOf(folder, id, 'lock')
  const lock = new LockFile(file)
  try {
    if (!lock.takeAlone(5_000)) throw new Error(`${file} is locked`)
    // A process removing dead ones' files may have seen this one before it was locked.
    if (!existsSync(file)) {
      lock.close()
      return announce(folder)
    }
    writeProcess(folder, self)
  } catch (error) {
    removeLock(file, lock)
    throw error
  }
  return { self, lock, members: 0 }
}

function writeProcess(folder: string, self: OpenProcess): void {
  const file = fileOf(folder, self.id, 'json')
  // Written completely or not at all.
  writeFileSync(`${file}.part`, `${JSON.stringify(self)}\n`)
  renameSync(`${file}.part`, file)
}

function readProcess(folder: string, id: string): OpenProcess | null {
  try {
    return ProcessFile.parse(JSON.parse(readFileSync(fileOf(folder, id, 'json'), 'utf8')))
  } catch (error) {
    // It ended properly; or a power failure emptied the file, and then the process is gone too.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

function isAlive(folder: string, { id, boot }: OpenProcess): boolean {
  return boot === bootId() ? isLocked(fileOf(folder, id, 'lock')) : silentMs(folder, id) <= SILENT_MS
}

function isLocked(file: string): boolean {
  const lock = openExisting(file)
  try {
    return lock !== null && !lock.share()
  } finally {
    lock?.close()
  }
}

/** Time since it renewed its file; a time in the future is from before a clock was set back. */
function silentMs(folder: string, id: string): number {
  try {
    return Math.abs(Date.now() - statSync(fileOf(folder, id, 'json')).mtimeMs)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return Number.POSITIVE_INFINITY
  }
}

function removeDead(folder: string): void {
  for (const id of idsIn(folder)) {
    const known = readProcess(folder, id)
    if (known !== null && known.boot !== bootId() && silentMs(folder, id) <= KEPT_MS) continue
    const file = fileOf(folder, id, 'lock')
    const lock = openExisting(file)
    if (lock !== null && !lock.takeAlone()) {
      lock.close()
      continue
    }
    for (const end of ['json', 'json.part']) rmSync(fileOf(folder, id, end), { force: true })
    if (lock !== null) removeLock(file, lock)
  }
}

/** Removed while it is still held, so that nobody locks a deleted file; Windows cannot remove open files. */
function removeLock(file: string, lock: LockFile): void {
  if (process.platform === 'win32') lock.close()
  rmSync(file, { force: true })
  if (process.platform !== 'win32') lock.close()
}

function openExisting(file: string): LockFile | null {
  try {
    return new LockFile(file, { mustExist: true })
  } catch (error) {
    if (codeOf(error)?.startsWith('SQLITE_CANTOPEN') !== true) throw error
    return null
  }
}

const ID = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(?:lock|json|json\.part)$/u

function idsIn(folder: string): string[] {
  try {
    const ids = readdirSync(join(folder, OPEN_FOLDER)).map((name) => ID.exec(name)?.[1])
    return [...new Set(ids.filter((id) => id !== undefined))]
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return []
  }
}

const fileOf = (folder: string, id: string, end: string): string => join(folder, OPEN_FOLDER, `${id}.${end}`)
