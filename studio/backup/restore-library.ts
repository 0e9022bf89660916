import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { adoptDatabase, recordingCountIn } from '../library/database/restored-database.ts'
import { ensureFreeSpace } from '../sound/free-space.ts'
import { eachEntry, type Entry } from './backup-entries.ts'
import { readBackup } from './backup-file.ts'

export interface RestoreOptions {
  readonly passphrase: string | null
  /** Moves a library that has recordings to its own `backups` first; else it is refused. */
  readonly replace: boolean
  readonly signal: AbortSignal
}

export interface Restored {
  readonly recordings: number
  /** The folder in `backups` where the library before is; null if there was none with recordings. */
  readonly replacedAt: string | null
}

const Manifest = z.object({ folder: z.string() })

/**
 * Makes the library of a backup, with nothing changed unless the whole file is proven and its database is sound. The
 * library must not be open. Faults: those of `readBackup`, `backup.library-not-empty`, `library.newer-version`,
 * `media.not-found`, `job.cancelled`, `disk.full`.
 */
export async function restoreLibrary(
  file: string,
  dataFolder: string,
  options: RestoreOptions,
): Promise<Restored> {
  const isEmpty = recordingCountIn(path.join(dataFolder, 'library.db')) === 0
  if (!isEmpty && !options.replace) throw new Fault('backup.library-not-empty', { folder: dataFolder })
  const staging = path.join(dataFolder, `restoring-${randomUUID()}`)
  try {
    await mkdir(staging, { recursive: true })
    const recordings = await unpack(file, dataFolder, staging, options)
    const replacedAt = await exchange(dataFolder, staging, isEmpty)
    return { recordings, replacedAt }
  } catch (error) {
    throw diskFault(error, dataFolder)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
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
    return adoptDatabase(database, dataFolder, ({ id, path: old }) => {
      const name = originals.get(id) ?? ownName(before, old)
      return name === null ? old : path.join(dataFolder, 'media', ...name.split('/'))
    })
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
    // The library keeps it from now on, in a folder of its own.
    originals.set(id, parts.slice(1).join('/'))
    parts[0] = 'media'
  }
  const target = path.join(staging, ...parts)
  await mkdir(path.dirname(target), { recursive: true })
  await pipeline(content, createWriteStream(target, { flags: 'wx' }))
  await utimes(target, new Date(), new Date(mtimeMs))
}

/** Name below `media` of a file that the library kept, whichever system wrote its path; null for a file elsewhere. */
function ownName(folder: string, file: string): string | null {
  const [base, whole] = [folder, file].map((each) => each.replaceAll('\\', '/'))
  const start = `${base}/media/`
  return whole?.startsWith(start) === true ? whole.slice(start.length) : null
}

const DATABASE_FILES = ['library.db', 'library.db-wal', 'library.db-shm', 'library.db.checked']
const OWN_FOLDERS = ['media', 'recordings', 'texts']

/** Puts the unpacked files in place; a failure puts everything back. */
async function exchange(dataFolder: string, staging: string, isEmpty: boolean): Promise<string | null> {
  const moves: (readonly [string, string])[] = []
  const move = async (from: string, to: string): Promise<void> => {
    if (!(await isThere(from))) return
    await rename(from, to)
    moves.push([from, to])
  }
  const away = isEmpty ? path.join(staging, 'before') : await newReplacedFolder(dataFolder)
  await mkdir(away, { recursive: true })
  try {
    for (const name of [...DATABASE_FILES, ...OWN_FOLDERS]) {
      await move(path.join(dataFolder, name), path.join(away, name))
    }
    for (const name of ['library.db', ...OWN_FOLDERS]) {
      await move(path.join(staging, name), path.join(dataFolder, name))
    }
  } catch (error) {
    for (const [from, to] of moves.toReversed()) await rename(to, from)
    if (!isEmpty) await rm(away, { recursive: true, force: true })
    throw error
  }
  // What was prepared belongs to the recordings before.
  await rm(path.join(dataFolder, 'cache'), { recursive: true, force: true })
  return isEmpty ? null : away
}

async function newReplacedFolder(dataFolder: string): Promise<string> {
  const backups = path.join(dataFolder, 'backups')
  await mkdir(backups, { recursive: true })
  const taken = new Set(await readdir(backups))
  for (let number = 1; ; number += 1) {
    if (!taken.has(`replaced-${number}`)) return path.join(backups, `replaced-${number}`)
  }
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
