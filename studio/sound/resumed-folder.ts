import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { entriesIn } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import { makeFolder } from '../files/make-folder.ts'
import { isBeingWritten, withMark } from './writer-mark.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const ENDING = '.pieces'

/**
 * Gives `write` a folder of its own for pieces of something long, `NAME.MARK.pieces` in `parent`, with what a writer of the
 * same name left that failed or was killed. It stays if `write` throws, and is deleted when it ends.
 */
export async function inResumedFolder<Result>(
  parent: string,
  name: string,
  write: (folder: string) => Promise<Result>,
): Promise<Result> {
  return withMark(async (mark) => {
    const folder = path.join(parent, `${name}.${mark}${ENDING}`)
    await makeFolder(parent)
    await takeAbandoned(parent, name, folder)
    await makeFolder(folder)
    const result = await write(folder)
    await rm(folder, { recursive: true, force: true })
    return result
  })
}

/** Renames a folder that nobody writes to; of several programs that try, one succeeds. */
async function takeAbandoned(parent: string, name: string, folder: string): Promise<void> {
  for (const entry of await entriesIn(parent)) {
    if (!entry.name.startsWith(`${name}.`) || !entry.name.endsWith(ENDING)) continue
    const left = path.join(parent, entry.name)
    if (await isBeingWritten(entry.name.slice(name.length + 1, -ENDING.length), [left], DAY_MS)) continue
    try {
      await rename(left, folder)
      return
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
}
