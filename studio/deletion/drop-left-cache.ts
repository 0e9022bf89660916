import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import type { Studio } from '../studio.ts'

const RECORDING = /^[0-9a-f]{12,64}$/u
/** The database of a backup in progress. */
const SNAPSHOT = /^backup-.+\.db(?:-journal)?$/u
/** A running backup may still use it; a killed program leaves the database behind. */
const LEFT_MS = 24 * 3_600_000

/**
 * Deletes cached files of recordings that no longer exist: a program decoding one while another deletes it
 * may write them again, and older programs left them when killed. Also deletes databases of unfinished
 * backups.
 */
export async function dropLeftCache(
  { library, cacheFolder }: Pick<Studio, 'library' | 'cacheFolder'>,
  nowMs: number,
): Promise<void> {
  const names = await readdir(cacheFolder)
  // Read after the folder, as a recording is added to the library before the cache.
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
    // The backup was finished meanwhile.
    if (codeOf(error) === 'ENOENT') return Number.POSITIVE_INFINITY
    throw error
  }
}
