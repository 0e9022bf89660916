import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import { OPEN_FOLDER } from '../library/lock/open-processes.ts'
import { isRunningId } from './recording-folder.ts'

/**
 * Prefix of spool folders: a note that names any other folder is ignored, as the folder's contents are
 * deleted.
 */
const PREFIX = 'parolo-recording-'
const NOTE_END = '.spool'
const SPOOLED = /^(?:\d+-from-\d+\.pcm|journal-from-\d+\.jsonl|synced\.jsonl)$/u

/**
 * Creates a folder in the system's temporary one for a recording that cannot be written to its own at the
 * moment; a note in the library gives its place. Throws errors of the disk.
 */
export async function makeSpoolPlace(folder: string): Promise<string | null> {
  const note = notePath(folder)
  if (note === null) return null
  const place = await mkdtemp(path.join(os.tmpdir(), PREFIX))
  await mkdir(path.dirname(note), { recursive: true })
  await writeFile(note, place)
  return place
}

/** The spool folder of a recording, and its contents; null if no place was noted. */
export async function spoolPlace(
  folder: string,
): Promise<{ readonly place: string; readonly names: readonly string[] } | null> {
  const note = notePath(folder)
  const place = note === null ? null : await orNull(readFile(note, 'utf8'))
  if (place === null || !path.isAbsolute(place) || !path.basename(place).startsWith(PREFIX)) return null
  const names = (await orNull(readdir(place))) ?? []
  return { place, names: names.filter((name) => SPOOLED.test(name)) }
}

/** Deletes the spooled data and the note. Throws errors of the disk. */
export async function dropSpoolPlace(folder: string): Promise<void> {
  const note = notePath(folder)
  if (note === null) return
  const spooled = await spoolPlace(folder)
  if (spooled !== null) {
    for (const name of spooled.names) await rm(path.join(spooled.place, name), { force: true })
    await orNull(rmdir(spooled.place))
  }
  await rm(note, { force: true })
}

/** Whether a library file, by its path within it, is a note about a recording's spool folder. */
export function isSpoolNote(file: string): boolean {
  const { dir, name, ext } = path.parse(file)
  return dir === OPEN_FOLDER && ext === NOTE_END && isRunningId(name)
}

/** Null for a folder outside a library. */
function notePath(folder: string): string | null {
  const [id, all] = [path.basename(folder), path.dirname(folder)]
  if (!isRunningId(id) || path.basename(all) !== 'recordings') return null
  return path.join(path.dirname(all), OPEN_FOLDER, `${id}${NOTE_END}`)
}

async function orNull<Value>(work: Promise<Value>): Promise<Value | null> {
  return await work.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
}
