import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A library and a working folder, with spaces in their names as in real folders. */
export interface TestHome {
  readonly root: string
  readonly home: string
  readonly folder: string
  readonly remove: () => Promise<void>
}

export async function makeTestHome(): Promise<TestHome> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'parolo-test-'))
  const home = path.join(root, 'the library')
  const folder = path.join(root, 'my work')
  await mkdir(folder)
  return { root, home, folder, remove: () => rm(root, { recursive: true, force: true }) }
}

/** Like `makeTestHome`, for one test: deleted afterwards. */
export async function testHome(): Promise<TestHome> {
  const place = await makeTestHome()
  onTestFinished(place.remove)
  return place
}

/** Paths below `folder`, sorted; empty if the folder does not exist. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}
