import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { inject } from 'vitest'

const MAKING_MS = 120_000

/**
 * A folder made once per test run, by the first test file that needs it; others wait for it. It is never
 * changed: each test works on a copy.
 *
 * @param make fills the folder whose path it receives
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const shared = inject('sharedFolder')
  const done = path.join(shared, name)
  const making = path.join(shared, `${name}.making`)
  const until = performance.now() + MAKING_MS
  while (!(await isThere(done))) {
    if (await isFirst(making)) {
      try {
        await make(path.join(making, 'made'))
        await rename(path.join(making, 'made'), done)
      } catch (error) {
        await rm(making, { recursive: true, force: true })
        throw error
      }
    } else if (performance.now() > until) throw new Error(`no ${name} within ${MAKING_MS} ms`)
    else await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return done
}

async function isFirst(folder: string): Promise<boolean> {
  return await mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

async function isThere(folder: string): Promise<boolean> {
  return await stat(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
