import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LIBRARY_FILE } from './database/library-file.ts'

const STAGING = /^restoring-/u
const INTENT = 'replace.json'

const DATABASE_FILES = ['', '-wal', '-shm', '-journal', '.checked'].map((end) => `${LIBRARY_FILE}${end}`)
const FOLDERS = ['media', 'recordings', 'texts']

const Intent = z.object({ away: z.string(), fresh: z.array(z.string()) })

/** Where the contents of a library are unpacked that are to replace the present ones. */
export const stagingFolder = (folder: string, id: string): string => join(folder, `restoring-${id}`)

/**
 * Puts the database and the folders that are in `staging` in the place of a library's, which go to the folder `away`; the cache is
 * deleted. It is done to the end by the next opening if it is cut off. Only for who is alone with the library.
 */
export function replaceContents(folder: string, staging: string, away: string): void {
  const fresh = [LIBRARY_FILE, ...FOLDERS].filter((name) => existsSync(join(staging, name)))
  const file = join(staging, INTENT)
  writeFileSync(`${file}.part`, JSON.stringify({ away, fresh }))
  renameSync(`${file}.part`, file)
  finish(folder, staging)
}

/** Whether replacing has begun, so that it must be done to the end. */
export const isReplacing = (staging: string): boolean => existsSync(join(staging, INTENT))

/** Whether somebody was ended who unpacked or replaced the contents of a library, or is doing so. */
export const isReplacingUnfinished = (folder: string): boolean =>
  readdirSync(folder).some((name) => STAGING.test(name))

/** Does what was cut off to the end, and removes what was unpacked for nothing. Only for who is alone with the library. */
export function finishReplacing(folder: string): void {
  for (const name of readdirSync(folder)) if (STAGING.test(name)) finish(folder, join(folder, name))
}

function finish(folder: string, staging: string): void {
  if (isReplacing(staging)) {
    const { away, fresh } = Intent.parse(JSON.parse(readFileSync(join(staging, INTENT), 'utf8')))
    mkdirSync(away, { recursive: true })
    for (const name of [...DATABASE_FILES, ...FOLDERS]) {
      // One that is in its place already is not the one that was there before.
      const isReplaced = fresh.includes(name) && !existsSync(join(staging, name))
      if (!isReplaced && existsSync(join(folder, name))) renameSync(join(folder, name), join(away, name))
      if (existsSync(join(staging, name))) renameSync(join(staging, name), join(folder, name))
    }
    // What was prepared belongs to the recordings before.
    rmSync(join(folder, 'cache'), { recursive: true, force: true })
    rmSync(join(staging, INTENT))
  }
  rmSync(staging, { recursive: true, force: true })
}
