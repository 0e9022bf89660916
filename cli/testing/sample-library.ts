import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { makeTestHome, type TestHome } from './test-home.ts'
import { mustExit, runParolo } from './run-parolo.ts'
import { oneVoiceEn, twoVoicesEn } from './speech.ts'

const MAKING_MS = 120_000

/** A place whose library contains `oneVoiceEn` and `twoVoicesEn` transcribed with --quick; its folder is empty. */
export async function makeSampleLibrary(): Promise<TestHome> {
  const place = await makeTestHome()
  await cp(await doneLibrary(), place.home, { recursive: true })
  return place
}

/** Like `makeSampleLibrary`, for one test: deleted afterwards. */
export async function sampleLibraryForTest(): Promise<TestHome> {
  const place = await makeSampleLibrary()
  onTestFinished(place.remove)
  return place
}

/** Created once per run, by the first test file that needs it; others wait for it. */
async function doneLibrary(): Promise<string> {
  const shared = inject('sharedFolder')
  const done = path.join(shared, 'done')
  const making = path.join(shared, 'done.making')
  const until = performance.now() + MAKING_MS
  while (!(await isThere(done))) {
    if (await isFirst(making)) {
      try {
        await makeLibrary(path.join(making, 'library'))
        await rename(path.join(making, 'library'), done)
      } catch (error) {
        await rm(making, { recursive: true, force: true })
        throw error
      }
    } else if (performance.now() > until) throw new Error(`no library within ${MAKING_MS} ms`)
    else await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return done
}

async function makeLibrary(home: string): Promise<void> {
  const { folder, remove } = await makeTestHome()
  const words = ['transcribe', oneVoiceEn, twoVoicesEn, '--quick', '--format', 'txt']
  try {
    mustExit(await runParolo(words, { home, folder }), 0)
  } finally {
    await remove()
  }
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
