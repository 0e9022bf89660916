import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { filesBelow } from '../files/files-below.ts'
import { keptName } from '../originals/keep-original.ts'
import { ownFolderOf } from '../library/own-folder.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import type { Studio } from '../studio.ts'
import { addEntry, endEntries, type Entry } from './backup-entries.ts'
import { BackupWriter } from './backup-file.ts'

export interface BackupOptions {
  /** Null: not encrypted. */
  readonly passphrase: string | null
  /** Also the files outside the library that its recordings refer to. */
  readonly withOriginals: boolean
  readonly signal: AbortSignal
}

export interface MadeBackup {
  readonly recordings: number
  readonly bytes: number
  /** Number of files that recordings refer to and that are not in the backup: not requested, or missing. */
  readonly leftOut: number
}

type Part = Entry & { readonly file: string }

/**
 * Folders that a backup includes; not cache, models and backups. The most volatile come first, so that a
 * restart after recording parts were joined repeats little.
 */
const FOLDERS = ['recordings', 'media', 'texts']
/** Identifies the process that writes a recording. */
const LEASE = /^lease-\d+$/u

/**
 * Files may disappear during a backup: a recording stops and its parts are joined, another one is deleted.
 */
const TRIES = 5

/**
 * Writes a library to one file, which is complete or does not exist. Faults: `output.exists`,
 * `backup.inside-library`, `backup.file-name`, `media.changed` (a file changed meanwhile), `job.cancelled`,
 * `disk.full` and others of the disk.
 */
export async function backupLibrary(
  studio: Pick<Studio, 'library' | 'dataFolder' | 'cacheFolder'>,
  file: string,
  options: BackupOptions,
): Promise<MadeBackup> {
  if (!path.relative(studio.dataFolder, file).startsWith('..'))
    throw new Fault('backup.inside-library', { file })
  if (await isThere(file)) throw new Fault('output.exists', { file })
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await backUpOnce(studio, file, options)
      } catch (error) {
        // The copied database then refers to missing files, so everything is copied again.
        if (!(error instanceof GoneMeanwhile)) throw error
        if (tries === TRIES) throw new Fault('media.changed', { file: error.file }, undefined, error)
      }
    }
  } catch (error) {
    throw diskFault(error, path.dirname(file))
  }
}

class GoneMeanwhile extends Error {
  readonly file: string

  constructor(file: string, cause?: unknown) {
    super(`${file} is gone`, { cause })
    this.file = file
  }
}

async function backUpOnce(
  { library, dataFolder, cacheFolder }: Pick<Studio, 'library' | 'dataFolder' | 'cacheFolder'>,
  file: string,
  options: BackupOptions,
): Promise<MadeBackup> {
  const snapshot = path.join(cacheFolder, `backup-${randomUUID()}.db`)
  const part = `${file}.${process.pid}.part`
  try {
    const before = await library.recordings()
    await library.copyDatabase(snapshot)
    const recordings = await library.recordings()
    const places = (await library.unfinishedDeletions()).flatMap((deletion) => deletion.places)
    const files = await ownFiles(dataFolder, await library.unusedPlaces(places))
    const parts = [await partOf(snapshot, 'library.db'), ...files]
    let leftOut = 0
    for (const { id, path: original, fileName, bytes } of recordings) {
      if (bytes === 0 || ownFolderOf(dataFolder, original) !== null) continue
      const isTaken = options.withOriginals && (await isThere(original))
      if (isTaken) parts.push(await partOf(original, `originals/${id}/${keptName(fileName)}`))
      else leftOut += 1
    }
    await mkdir(path.dirname(file), { recursive: true })
    await ensureFreeSpace(
      path.dirname(file),
      parts.reduce((sum, { bytes }) => sum + bytes, 0),
    )
    await writeParts(part, dataFolder, parts, options)
    const kept = new Set((await library.recordings()).map(({ id }) => id))
    const deleted = [...before, ...recordings].find(({ id }) => !kept.has(id))
    // The copied database still refers to it.
    if (deleted !== undefined) throw new GoneMeanwhile(deleted.path)
    await putInPlace(part, file)
    return { recordings: recordings.length, bytes: (await stat(file)).size, leftOut }
  } finally {
    await rm(part, { force: true })
    await rm(snapshot, { force: true })
  }
}

async function writeParts(
  target: string,
  dataFolder: string,
  parts: readonly Part[],
  { passphrase, signal }: BackupOptions,
): Promise<void> {
  // Nobody else may read unencrypted data.
  const handle = await open(target, 'wx', 0o600)
  try {
    const writer = await BackupWriter.begin(handle, passphrase)
    const manifest = Buffer.from(JSON.stringify({ folder: dataFolder }))
    await addEntry(writer, { path: 'manifest.json', bytes: manifest.length, mtimeMs: 0 }, once(manifest))
    for (const { file, ...entry } of parts)
      await unlessGone(file, () => addEntry(writer, entry, counted(file, entry.bytes)))
    await endEntries(writer)
    await writer.end()
  } finally {
    await handle.close()
  }

  async function* counted(file: string, bytes: number): AsyncGenerator<Buffer> {
    if (bytes === 0) return
    // A running recording grows: only the size recorded at the start is written.
    for await (const read of createReadStream(file, { end: bytes - 1, highWaterMark: 1 << 20 })) {
      if (signal.aborted) throw new Fault('job.cancelled')
      yield read as Buffer
    }
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** The library's files, without deleted ones: `deleted` are places still to be removed by a deletion. */
async function ownFiles(dataFolder: string, deleted: readonly string[]): Promise<Part[]> {
  const parts: Part[] = []
  for (const folder of FOLDERS) {
    for (const file of await filesBelow(path.join(dataFolder, folder))) {
      if (LEASE.test(path.basename(file))) continue
      const name = path.relative(dataFolder, file).split(path.sep).join('/')
      if (deleted.some((place) => name === place || name.startsWith(`${place}/`))) continue
      parts.push(await partOf(file, name))
    }
  }
  return parts
}

async function partOf(file: string, name: string): Promise<Part> {
  const { size, mtimeMs } = await unlessGone(file, () => stat(file))
  return { path: name, bytes: size, mtimeMs, file }
}

async function unlessGone<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? new GoneMeanwhile(file, error) : error
  }
}

/** Never replaces a file created meanwhile, if the file system supports links. */
async function putInPlace(part: string, file: string): Promise<void> {
  try {
    await link(part, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Fault('output.exists', { file })
    if (await isThere(file)) throw new Fault('output.exists', { file })
    await rename(part, file)
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
