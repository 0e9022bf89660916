import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LIBRARY_FILE } from './database/library-file.ts'

const STAGING = /^restoring-/u
const INTENT = 'replace.json'

const DATABASE_FILES = ['', '-wal', '-shm', '-journal', '.checked'].map((end) => `${LIBRARY_FILE}${end}`)
const FOLDERS = ['media', 'recordings', 'texts']

const Intent = z.object({ away: z.string(), fresh: z.array(z.string()) })

/** Where contents are unpacked before replacing those of a library. */
export const stagingFolder = (folder: string, id: string): string => join(folder, `restoring-${id}`)

/**
 * Replaces a library's database and folders with those in `staging`, moving the old ones to the folder
 * `away`; deletes the cache. If interrupted, the next opening finishes it. Requires exclusive access to the
 * library.
 */
export function replaceContents(folder: string, staging: string, away: string): void {
  const fresh = [LIBRARY_FILE, ...FOLDERS].filter((name) => existsSync(join(staging, name)))
  const file = join(staging, INTENT)
  writeFileSync(`${file}.part`, JSON.stringify({ away, fresh }))
  renameSync(`${file}.part`, file)
  finish(folder, staging)
}

/** Whether replacing has begun, so that it must be finished. */
export const isReplacing = (staging: string): boolean => existsSync(join(staging, INTENT))

/** Whether unpacking or replacing a library's contents was interrupted, or is in progress. */
export const isReplacingUnfinished = (folder: string): boolean =>
  readdirSync(folder).some((name) => STAGING.test(name))

/**
 * Finishes an interrupted replacement, and removes contents unpacked in vain. Requires exclusive access to
 * the library.
 */
export function finishReplacing(folder: string): void {
  for (const name of readdirSync(folder)) if (STAGING.test(name)) finish(folder, join(folder, name))
}

function finish(folder: string, staging: string): void {
  if (isReplacing(staging)) {
    const { away, fresh } = Intent.parse(JSON.parse(readFileSync(join(staging, INTENT), 'utf8')))
    mkdirSync(away, { recursive: true })
    for (const name of [...DATABASE_FILES, ...FOLDERS]) {
      // A folder already in place is the new one, not the former.
      const isReplaced = fresh.includes(name) && !existsSync(join(staging, name))
      if (!isReplaced && existsSync(join(folder, name))) renameSync(join(folder, name), join(away, name))
      if (existsSync(join(staging, name))) renameSync(join(staging, name), join(folder, name))
    }
    // Prepared audio belongs to the former recordings.
    rmSync(join(folder, 'cache'), { recursive: true, force: true })
    rmSync(join(staging, INTENT))
  }
  rmSync(staging, { recursive: true, force: true })
}
