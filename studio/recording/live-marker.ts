import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import { livingWriter } from './recorder-lease.ts'
import { isRunningId, recordingsFolder } from './recording-folder.ts'

/** A file in the recording's folder: its writer makes live text while it is alive. */
const markerPath = (folder: string): string => path.join(folder, 'live-text')

/**
 * Notifies other programs that live text of the recording is made; resolves with the function that ends it.
 */
export async function markLiveText(folder: string): Promise<() => Promise<void>> {
  await writeFile(markerPath(folder), '')
  return () => rm(markerPath(folder), { force: true })
}

/**
 * The pid of a live program that makes live text of a recording in this library, other than those in `own`;
 * null if there is none.
 */
export async function liveTextMaker(
  dataFolder: string,
  own: ReadonlySet<string> = new Set(),
): Promise<number | null> {
  const all = recordingsFolder(dataFolder)
  for (const id of (await namesIn(all)).filter((name) => isRunningId(name) && !own.has(name))) {
    const folder = path.join(all, id)
    if (!(await namesIn(folder)).includes(path.basename(markerPath(folder)))) continue
    const pid = await livingWriter(folder)
    if (pid !== null) return pid
  }
  return null
}

/** Empty if the folder does not exist, or has just been deleted. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
}
