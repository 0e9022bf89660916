import { mkdir, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isBeingWritten, withMark } from './writer-mark.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** Of each user of the computer another: nobody can delete what others left. */
const NAME = `parolo-output-${process.getuid?.() ?? 0}.`

/** Gives `write` a temporary folder; it is deleted afterwards, and what killed programs left before. */
export async function inWorkFolder<Result>(write: (folder: string) => Promise<Result>): Promise<Result> {
  return withMark(async (mark) => {
    await removeAbandoned()
    const folder = path.join(os.tmpdir(), NAME + mark)
    await mkdir(folder, { mode: 0o700 })
    try {
      return await write(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!name.startsWith(NAME)) continue
    const folder = path.join(os.tmpdir(), name)
    if (!(await isBeingWritten(name.slice(NAME.length), [folder], DAY_MS)))
      await rm(folder, { recursive: true, force: true })
  }
}
