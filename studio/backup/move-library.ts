import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rmdir, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { makeFolder } from '../files/make-folder.ts'
import { filesBelow } from '../files/files-below.ts'
import { BUSY_TIMEOUT_MS, makeWhole } from '../library/database/connection.ts'
import { faultOf } from '../library/database/faults.ts'
import { LIBRARY_FILE } from '../library/database/library-file.ts'
import { refuseNetworkDrive } from '../library/database/network-drive.ts'
import { openStore } from '../library/database/open-store.ts'
import { adoptDatabase } from '../library/database/restored-database.ts'
import { LibraryLock, LOCK_FILE } from '../library/lock/library-lock.ts'
import { joinLibrary, type Membership, OPEN_FOLDER } from '../library/lock/open-processes.ts'
import {
  ARRIVED_NOTE,
  finishMove,
  leaveFolder,
  type Moving,
  MOVING_NOTE,
  noteArrival,
  noteMoving,
} from '../library/unfinished-move.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { hasLibrary, MOVED_NOTE } from '../library/moved-library.ts'
import { isSpoolNote } from '../recording/spool-place.ts'
import { syncFolder } from '../recording/sync-folder.ts'
import { ensureFreeSpace } from '../files/free-space.ts'

/** Recreated when needed, so it is not copied to another disk. */
const CACHE = 'cache'

export interface MoveOptions {
  readonly signal: AbortSignal
  /** How long to wait for programs that have it open. */
  readonly waitMs?: number
  /** Links work only within one disk; injected by tests to simulate another disk. */
  readonly link?: typeof link
}

/**
 * Moves a library to another folder, possibly on another disk: everything is copied and compared before the
 * former folder is emptied, where a note then gives the new place. An interrupted move is finished or undone
 * at the next opening. Nobody may have the library open meanwhile. Faults: `move.no-library`, `move.inside`,
 * `move.not-empty`, `move.in-use`, `library.network-drive`, `media.changed`, `job.cancelled`, those of
 * opening the library and of the disk.
 * @returns number of recordings
 */
export async function moveLibrary(from: string, to: string, options: MoveOptions): Promise<number> {
  if (!hasLibrary(from)) throw new Fault('move.no-library', { folder: from })
  if (isWithin(from, to) || isWithin(to, from)) throw new Fault('move.inside', { folder: to })
  if ((await namesIn(to)).length > 0) throw new Fault('move.not-empty', { folder: to })
  let membership: Membership | null = null
  try {
    membership = joinLibrary(from)
    // Migrates it, so that version 0.1, which does not use the lock, refuses it from now on.
    openStore(from).store.close()
    const lock = await LibraryLock.waitAlone(from, options.signal, options.waitMs, 'move.in-use')
    let hasLeft = false
    try {
      makeWhole(path.join(from, LIBRARY_FILE), BUSY_TIMEOUT_MS)
      const moving = { id: randomUUID(), to, staging: `${to}.moving-${process.pid}` }
      const recordings = await placeElsewhere(from, moving, options)
      membership.leave()
      leaveFolder(from, moving)
      hasLeft = true
      return recordings
    } finally {
      if (hasLeft) lock.remove(from)
      else lock.release()
    }
  } catch (error) {
    throw faultOf(error, to)
  } finally {
    membership?.leave()
  }
}

/** Afterwards either everything is in the folder `to`, or nothing. */
async function placeElsewhere(from: string, moving: Moving, options: MoveOptions): Promise<number> {
  const { to, staging } = moving
  noteMoving(from, moving)
  try {
    await makeFolder(path.dirname(to))
    await mkdir(staging)
    noteArrival(moving)
    refuseNetworkDrive(staging)
    await placeFiles(from, staging, options)
    const recordings = adoptDatabase(path.join(staging, LIBRARY_FILE), to, ({ path: old }) =>
      isWithin(from, old) ? path.join(to, path.relative(from, old)) : old,
    )
    await rmdir(to).catch(unlessGone)
    await rename(staging, to)
    await syncFolder(path.dirname(to))
    return recordings
  } catch (error) {
    finishMove(from)
    throw error
  }
}

async function placeFiles(
  from: string,
  staging: string,
  { signal, link: linkFile = link }: MoveOptions,
): Promise<void> {
  const files = (await filesBelow(from)).map((file) => path.relative(from, file))
  const database = files.filter((file) => file === LIBRARY_FILE)
  const own = files.filter((file) => file !== LIBRARY_FILE && !isOfItsPrograms(file))
  let isOtherDisk = false
  let freeIsChecked = false
  for (const file of [...database, ...own]) {
    if (signal.aborted) throw new Fault('job.cancelled')
    const [old, placed] = [path.join(from, file), path.join(staging, file)]
    await mkdir(path.dirname(placed), { recursive: true })
    // The database is changed at the destination, so it must never be the same file.
    if (!isOtherDisk && file !== LIBRARY_FILE) {
      isOtherDisk = !(await isLinked(linkFile, old, placed))
      if (!isOtherDisk) continue
    }
    if (isOtherDisk && file.split(path.sep)[0] === CACHE) continue
    if (isOtherDisk && !freeIsChecked) {
      await ensureFreeSpace(staging, await sizeOf(from, own))
      freeIsChecked = true
    }
    await copyWhole(old, placed, signal)
  }
}

async function isLinked(linkFile: typeof link, old: string, placed: string): Promise<boolean> {
  try {
    await linkFile(old, placed)
    return true
  } catch (error) {
    // Another disk, or a file system without links.
    if (['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'].includes(codeOf(error) ?? ''))
      return false
    throw error
  }
}

async function copyWhole(old: string, placed: string, signal: AbortSignal): Promise<void> {
  const { mtime } = await stat(old)
  await copyFile(old, placed, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  await utimes(placed, new Date(), mtime)
  await syncFile(placed)
  if ((await sha256OfFile(old, signal)) !== (await sha256OfFile(placed, signal)))
    throw new Fault('media.changed', { file: old })
}

/** The former file is deleted later, so this one must survive a power failure. */
async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sizeOf(from: string, files: readonly string[]): Promise<number> {
  let bytes = 0
  for (const file of files)
    if (file.split(path.sep)[0] !== CACHE) bytes += (await stat(path.join(from, file))).size
  return bytes
}

/** Whether a file belongs to the open database, to programs that have the library open, or to moves. */
function isOfItsPrograms(file: string): boolean {
  return (
    (file.split(path.sep)[0] === OPEN_FOLDER && !isSpoolNote(file)) ||
    [LOCK_FILE, MOVED_NOTE, MOVING_NOTE, ARRIVED_NOTE].includes(file) ||
    /^library\.db-(?:wal|shm|journal)$/u.test(file)
  )
}

/** Whether a path is a folder or lies in it. */
function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return !relative.startsWith('..') && !path.isAbsolute(relative)
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
}

function unlessGone(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}
