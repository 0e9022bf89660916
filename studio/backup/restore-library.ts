import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import { filesBelow } from '../files/files-below.ts'
import { BUSY_TIMEOUT_MS, connectAlone } from '../library/database/connection.ts'
import { deleteInBackups } from '../library/database/backups.ts'
import { faultOf, isDamage } from '../library/database/faults.ts'
import { LIBRARY_FILE } from '../library/database/library-file.ts'
import { deleteLeftPlaces } from '../library/database/left-deletions.ts'
import { adoptDatabase, isWithoutWork, takePlaceOf } from '../library/database/restored-database.ts'
import { LibraryLock } from '../library/lock/library-lock.ts'
import { joinLibrary } from '../library/lock/open-processes.ts'
import { mediaPlace } from '../library/own-places.ts'
import { finishReplacing, isReplacing, replaceContents, stagingFolder } from '../library/replace-contents.ts'
import { finishMove, refuseMoved } from '../library/unfinished-move.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { eachEntry, type Entry } from './backup-entries.ts'
import { readBackup } from './backup-file.ts'

export interface RestoreOptions {
  readonly passphrase: string | null
  /** Moves a library that has recordings to its own `backups` first; otherwise that is a fault. */
  readonly replace: boolean
  readonly signal: AbortSignal
}

export interface Restored {
  readonly recordings: number
  /** The folder in `backups` that contains the previous library; null if there was none with recordings. */
  readonly replacedAt: string | null
}

const Manifest = z.object({ folder: z.string() })

/**
 * Makes a library from a backup; changes nothing unless the whole file is verified and its database is sound.
 * Nobody may have the library open. Faults: those of `readBackup`, `backup.library-not-empty`,
 * `library.busy`, `library.newer-version`, `media.not-found`, `job.cancelled`, `disk.full`.
 */
export async function restoreLibrary(
  file: string,
  dataFolder: string,
  options: RestoreOptions,
): Promise<Restored> {
  try {
    await makeFolder(dataFolder)
    const membership = joinLibrary(dataFolder)
    try {
      const lock = await LibraryLock.waitAlone(dataFolder, options.signal)
      try {
        finishReplacing(dataFolder)
        finishMove(dataFolder)
        refuseMoved(dataFolder)
        return await restoreAlone(file, dataFolder, options)
      } finally {
        lock.release()
      }
    } finally {
      membership.leave()
    }
  } catch (error) {
    throw faultOf(error, dataFolder)
  }
}

async function restoreAlone(file: string, dataFolder: string, options: RestoreOptions): Promise<Restored> {
  // This also blocks version 0.1, which does not use the lock.
  const present = connectPresent(dataFolder)
  const staging = stagingFolder(dataFolder, randomUUID())
  try {
    const isEmpty = present !== 'damaged' && (await isEmptyLibrary(dataFolder, present))
    if (!isEmpty && !options.replace) throw new Fault('backup.library-not-empty', { folder: dataFolder })
    await mkdir(staging)
    const recordings = await unpack(file, dataFolder, staging, options)
    if (present !== null && present !== 'damaged') finishDeletions(dataFolder, present, staging)
    const away = isEmpty ? path.join(staging, 'before') : await newReplacedFolder(dataFolder)
    // Windows cannot rename open files.
    if (typeof present !== 'string') present?.close()
    replaceContents(dataFolder, staging, away)
    return { recordings, replacedAt: isEmpty ? null : away }
  } catch (error) {
    if (!isReplacing(staging)) await rm(staging, { recursive: true, force: true })
    throw error
  } finally {
    if (typeof present !== 'string') present?.close()
  }
}

/** Null if there is no database. Fault `library.busy`. */
function connectPresent(dataFolder: string): Database | 'damaged' | null {
  const file = path.join(dataFolder, LIBRARY_FILE)
  if (!existsSync(file)) return null
  try {
    return connectAlone(file, BUSY_TIMEOUT_MS)
  } catch (error) {
    if (isDamage(error)) return 'damaged'
    throw faultOf(error, dataFolder)
  }
}

/** Finishes deletions begun in the present library, as no later start would. */
function finishDeletions(dataFolder: string, present: Database, staging: string): void {
  try {
    deleteLeftPlaces(dataFolder, present, (recordingId) => deleteInBackups(dataFolder, recordingId))
    takePlaceOf(present, path.join(staging, LIBRARY_FILE))
  } catch (error) {
    // It still moves to `backups`, where it is listed as possibly containing deleted data.
    if (!isDamage(error)) throw error
  }
}

/** An unfinished recording counts as content too. */
async function isEmptyLibrary(dataFolder: string, database: Database | null): Promise<boolean> {
  for (const folder of OWN_FOLDERS)
    if ((await filesBelow(path.join(dataFolder, folder))).length > 0) return false
  return database === null || isWithoutWork(database)
}

async function unpack(
  file: string,
  dataFolder: string,
  staging: string,
  { passphrase, signal }: RestoreOptions,
): Promise<number> {
  const handle = await open(file).catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new Fault('media.not-found', { file }) : diskFault(error, file)
  })
  try {
    const { size } = await handle.stat()
    await ensureFreeSpace(staging, size)
    let from: string | null = null
    const originals = new Map<string, string>()
    const blocks = async function* () {
      for await (const block of readBackup(handle, file, passphrase)) {
        if (signal.aborted) throw new Fault('job.cancelled')
        yield block
      }
    }
    await eachEntry(blocks(), file, async (entry, content) => {
      if (entry.path === 'manifest.json') from = await folderIn(content, file)
      else await unpackFile(entry, content, staging, originals)
    })
    const database = path.join(staging, 'library.db')
    if (from === null || !(await isThere(database))) throw new Fault('backup.damaged', { file })
    const before: string = from
    const media = path.join(staging, 'media')
    const used = new Set<string>()
    const recordings = adoptDatabase(database, dataFolder, ({ id, path: old }) => {
      const name = originals.get(id) ?? ownName(before, old)
      // Also one whose path names the library's folder in another way, as by a link.
      for (const place of name === null ? mediaPlace(old) : [`media/${name}`])
        used.add(place.split('/')[1] ?? '')
      return name === null ? old : path.join(dataFolder, 'media', ...name.split('/'))
    })
    // An import had stored these before the backup, without storing its recording: no deletion would find
    // them.
    for (const folder of await namesIn(media))
      if (!used.has(folder)) await rm(path.join(media, folder), { recursive: true })
    return recordings
  } finally {
    await handle.close()
  }
}

async function folderIn(content: AsyncIterable<Buffer>, file: string): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of content) parts.push(part)
  try {
    return Manifest.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))).folder
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error
    throw new Fault('backup.damaged', { file }, undefined, error)
  }
}

async function unpackFile(
  { path: name, mtimeMs }: Entry,
  content: AsyncIterable<Buffer>,
  staging: string,
  originals: Map<string, string>,
): Promise<void> {
  const parts = name.split('/')
  const [folder, id = ''] = parts
  if (folder === 'originals') {
    // The library stores it from now on, in its own folder.
    originals.set(id, parts.slice(1).join('/'))
    parts[0] = 'media'
  }
  const target = path.join(staging, ...parts)
  await mkdir(path.dirname(target), { recursive: true })
  await pipeline(content, createWriteStream(target, { flags: 'wx', flush: true }))
  await utimes(target, new Date(), new Date(mtimeMs))
}

/**
 * Name below `media` of a file stored by the library, whichever system wrote its path; null for a file
 * elsewhere.
 */
function ownName(folder: string, file: string): string | null {
  const [base, whole] = [folder, file].map((each) => each.replaceAll('\\', '/'))
  const start = `${base}/media/`
  return whole?.startsWith(start) === true ? whole.slice(start.length) : null
}

const OWN_FOLDERS = ['media', 'recordings', 'texts']

async function newReplacedFolder(dataFolder: string): Promise<string> {
  const backups = path.join(dataFolder, 'backups')
  await mkdir(backups, { recursive: true })
  const taken = new Set(await readdir(backups))
  for (let number = 1; ; number += 1) {
    if (!taken.has(`replaced-${number}`)) return path.join(backups, `replaced-${number}`)
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}
