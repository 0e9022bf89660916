import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import type { Studio } from '../studio.ts'

const RECORDING = /^[0-9a-f]{12,64}$/u
/** The database of a backup that is being made. */
const SNAPSHOT = /^backup-.+\.db(?:-journal)?$/u
/** A program that makes a backup may be at it; one that was killed leaves the database as it was then. */
const LEFT_MS = 24 * 3_600_000

/**
 * Deletes what the cache holds of recordings that are gone: a program that decoded one while another deleted it may write it
 * anew, and older programs left it where they were killed. Also databases of backups that were not finished.
 */
export async function dropLeftCache(
  { library, cacheFolder }: Pick<Studio, 'library' | 'cacheFolder'>,
  nowMs: number,
): Promise<void> {
  const names = await readdir(cacheFolder)
  // Read after the folder, as a recording is in the library before it is in the cache.
  const known = new Set((await library.recordings()).map(({ id }) => id))
  for (const name of names) {
    const place = path.join(cacheFolder, name)
    const isGone =
      (RECORDING.test(name) && !known.has(name)) ||
      (SNAPSHOT.test(name) && (await changedAtMs(place)) < nowMs - LEFT_MS)
    if (isGone) await rm(place, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function changedAtMs(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    // It was finished meanwhile.
    if (codeOf(error) === 'ENOENT') return Number.POSITIVE_INFINITY
    throw error
  }
}
