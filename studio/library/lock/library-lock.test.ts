import { readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/fixtures.ts'
import { LibraryLock, LOCK_FILE } from './library-lock.ts'
import { holdingProcess } from './testing/holding-process.ts'

it('is shared by programs, or one has it alone, in this process and others', async () => {
  const folder = temporaryFolder()
  const alone = LibraryLock.takeAlone(folder)
  expect(LibraryLock.tryAlone(folder)).toBeNull()
  expect(LibraryLock.tryShare(folder, 0)).toBeNull()
  expect((await holdingProcess(folder, 'share')).said).toBe('refused')
  alone.share()
  const other = await holdingProcess(folder, 'share')
  expect(other.said).toBe('share')
  const second = LibraryLock.tryShare(folder, 0)
  expect(second).not.toBeNull()
  // Neither opening the file again in this process nor closing that releases the first lock.
  second?.release()
  alone.release()
  expect(LibraryLock.tryAlone(folder)).toBeNull()
  await other.kill()
  const last = LibraryLock.tryAlone(folder)
  expect(last).not.toBeNull()
  last?.release()
  expect(readFileSync(join(folder, LOCK_FILE))).toHaveLength(0)
})

it('keeps others out from being alone to sharing', async () => {
  const folder = temporaryFolder()
  const lock = LibraryLock.takeAlone(folder)
  lock.share()
  const other = await holdingProcess(folder, 'share')
  expect(LibraryLock.tryAlone(folder)).toBeNull()
  lock.release()
  expect(LibraryLock.tryAlone(folder)).toBeNull()
  await other.end()
  LibraryLock.takeAlone(folder, 0).release()
})

it('says who has the library, once it has waited', async () => {
  const folder = temporaryFolder()
  const { child } = await holdingProcess(folder, 'share')
  expect(() => LibraryLock.takeAlone(folder, 100, 'move.in-use')).toThrow(
    expect.objectContaining({
      code: 'move.in-use',
      values: { folder, holders: `Parolo (PID ${child.pid}, ${hostname()})` },
    }),
  )
})

it('is not taken for that of a file that is gone', async () => {
  const folder = temporaryFolder()
  const other = await holdingProcess(folder, 'alone')
  rmSync(join(folder, LOCK_FILE))
  const own = LibraryLock.takeAlone(folder, 0)
  await other.kill()
  expect((await holdingProcess(folder, 'share')).said).toBe('refused')
  own.release()
})
