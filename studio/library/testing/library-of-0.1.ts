import Database from 'better-sqlite3'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** A library as left by version 0.1 (its README lists the contents); only copied, never opened. */
const LIBRARY_OF_0_1 = fileURLToPath(new URL('../../../fixtures/libraries/0.1/library', import.meta.url))

/** Paths of files in a library are absolute. */
const MADE_IN = '/home/ana/.local/share/parolo'

/** A copy for one test; returns its folder. */
export async function copyLibraryOf01(): Promise<string> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'parolo 0.1 '))
  onTestFinished(() => rm(place, { recursive: true, force: true }))
  const folder = path.join(place, 'library')
  await cp(LIBRARY_OF_0_1, folder, { recursive: true })
  const database = new Database(path.join(folder, 'library.db'))
  database.prepare('UPDATE recordings SET path = replace(path, ?, ?)').run(MADE_IN, folder)
  database.close()
  return folder
}
