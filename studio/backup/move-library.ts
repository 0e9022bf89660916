import { constants } from 'node:fs'
import { copyFile, link, mkdir, readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../faults/make-folder.ts'
import { filesBelow } from '../files-below.ts'
import { holdAlone } from '../library/database/hold-alone.ts'
import { refuseNetworkDrive } from '../library/database/network-drive.ts'
import { adoptDatabase } from '../library/database/restored-database.ts'
import { sha256OfFile } from '../models/sha256-of-file.ts'
import { hasLibrary, MOVED_NOTE, noteMove } from '../moved-library.ts'
import { ensureFreeSpace } from '../sound/free-space.ts'

const DATABASE = 'library.db'
/** Made again when it is needed: not carried to another disk. */
const CACHE = 'cache'

export interface MoveOptions {
  readonly signal: AbortSignal
  /** Linking files is a disk's own; for tests of another disk. */
  readonly link?: typeof link
}

/**
 * Moves a library to another folder, also on another disk: everything is there and compared before the former folder is
 * emptied, in which a note says where it is now. Nobody may use the library meanwhile. Faults: `move.no-library`,
 * `move.inside`, `move.not-empty`, `move.in-use`, `library.network-drive`, `media.changed`, `job.cancelled`, those of the disk.
 * @returns how many recordings it has
 */
export async function moveLibrary(from: string, to: string, options: MoveOptions): Promise<number> {
  if (!hasLibrary(from)) throw new Fault('move.no-library', { folder: from })
  if (isWithin(from, to) || isWithin(to, from)) throw new Fault('move.inside', { folder: to })
  if ((await namesIn(to)).length > 0) throw new Fault('move.not-empty', { folder: to })
  const staging = `${to}.moving-${process.pid}`
  let letGo: (() => void) | null = holdAlone(from)
  try {
    await makeFolder(path.dirname(to))
    await mkdir(staging)
    refuseNetworkDrive(staging)
    await placeFiles(from, staging, options)
    const recordings = adoptDatabase(path.join(staging, DATABASE), to, ({ path: old }) =>
      isWithin(from, old) ? path.join(to, path.relative(from, old)) : old,
    )
    await rmdir(to).catch(unlessGone)
    await rename(staging, to)
    noteMove(from, to)
    letGo()
    letGo = null
    for (const name of await namesIn(from))
      if (name !== MOVED_NOTE) await rm(path.join(from, name), { recursive: true, force: true })
    return recordings
  } catch (error) {
    throw diskFault(error, to)
  } finally {
    letGo?.()
    await rm(staging, { recursive: true, force: true })
  }
}

async function placeFiles(
  from: string,
  staging: string,
  { signal, link: linkFile = link }: MoveOptions,
): Promise<void> {
  const files = (await filesBelow(from)).map((file) => path.relative(from, file))
  const database = files.filter((file) => file === DATABASE)
  const own = files.filter((file) => file !== DATABASE && !isPartOfDatabase(file) && file !== MOVED_NOTE)
  let isOtherDisk = false
  let freeIsChecked = false
  for (const file of [...database, ...own]) {
    if (signal.aborted) throw new Fault('job.cancelled')
    const [old, placed] = [path.join(from, file), path.join(staging, file)]
    await mkdir(path.dirname(placed), { recursive: true })
    // The database is changed there: it is never the same file.
    if (!isOtherDisk && file !== DATABASE) {
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
  if ((await sha256OfFile(old, signal)) !== (await sha256OfFile(placed, signal)))
    throw new Fault('media.changed', { file: old })
}

async function sizeOf(from: string, files: readonly string[]): Promise<number> {
  let bytes = 0
  for (const file of files)
    if (file.split(path.sep)[0] !== CACHE) bytes += (await stat(path.join(from, file))).size
  return bytes
}

const isPartOfDatabase = (file: string): boolean => /^library\.db-(?:wal|shm|journal)$/u.test(file)

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
