import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/fixtures.ts'
import { isOpenIn, joinLibrary, OPEN_FOLDER, type OpenProcess, othersIn, renew } from './open-processes.ts'
import { holdingProcess } from './testing/holding-process.ts'

const filesIn = (folder: string): string[] => readdirSync(join(folder, OPEN_FOLDER)).toSorted()

/** A process on another computer that has the library open. */
function elsewhere(folder: string): OpenProcess {
  const self = {
    id: '00000000-0000-4000-8000-000000000001',
    pid: process.pid,
    host: 'away',
    boot: 'another',
    program: 'Parolo',
  }
  renew(folder, self)
  return self
}

const age = (folder: string, { id }: OpenProcess, seconds: number): void => {
  const time = new Date(Date.now() - seconds * 1_000)
  utimesSync(join(folder, OPEN_FOLDER, `${id}.json`), time, time)
}

it('knows who has a library open until it has closed it', async () => {
  const folder = temporaryFolder()
  const own = joinLibrary(folder)
  const again = joinLibrary(folder)
  expect(again.self).toBe(own.self)
  expect(isOpenIn(folder, own.self.id)).toBe(true)
  expect(othersIn(folder)).toEqual([])
  const { id, child, end } = await holdingProcess(folder, 'share')
  expect(othersIn(folder)).toMatchObject([{ id, pid: child.pid, boot: own.self.boot }])
  await end()
  expect(isOpenIn(folder, id)).toBe(false)
  own.leave()
  own.leave()
  expect(isOpenIn(folder, own.self.id)).toBe(true)
  again.leave()
  expect(isOpenIn(folder, own.self.id)).toBe(false)
  expect(filesIn(folder)).toEqual([])
})

it('knows at once that one was killed, also where another process has got its number', async () => {
  const folder = temporaryFolder()
  const { id, kill } = await holdingProcess(folder, 'share')
  await kill()
  const file = join(folder, OPEN_FOLDER, `${id}.json`)
  // This process now has that pid, and the file is as recent as a live one's.
  const known = JSON.parse(readFileSync(file, 'utf8')) as OpenProcess
  writeFileSync(file, JSON.stringify({ ...known, pid: process.pid }))
  expect(isOpenIn(folder, id)).toBe(false)
})

it('is alive where its number means nothing, as in another container, and stays so however long it is silent', async () => {
  const folder = temporaryFolder()
  const { id } = await holdingProcess(folder, 'share')
  const file = join(folder, OPEN_FOLDER, `${id}.json`)
  const known = JSON.parse(readFileSync(file, 'utf8')) as OpenProcess
  writeFileSync(file, JSON.stringify({ ...known, pid: 3_999_999, host: 'container' }))
  age(folder, known, 3_600)
  expect(isOpenIn(folder, id)).toBe(true)
})

it('goes by the heartbeat of a process on another computer', () => {
  const folder = temporaryFolder()
  joinLibrary(folder).leave()
  const there = elsewhere(folder)
  age(folder, there, 25)
  expect(isOpenIn(folder, there.id)).toBe(true)
  age(folder, there, 35)
  expect(isOpenIn(folder, there.id)).toBe(false)
  renew(folder, there)
  expect(isOpenIn(folder, there.id)).toBe(true)
})

it('removes what dead processes left, but what is of another computer only after a day', async () => {
  const folder = temporaryFolder()
  const living = await holdingProcess(folder, 'share')
  const dead = await holdingProcess(folder, 'share')
  await dead.kill()
  writeFileSync(join(folder, OPEN_FOLDER, 'other'), 'not of a process')
  const there = elsewhere(folder)
  age(folder, there, 3_600)
  joinLibrary(folder).leave()
  expect(filesIn(folder)).toEqual(
    [`${there.id}.json`, `${living.id}.json`, `${living.id}.lock`, 'other'].toSorted(),
  )
  expect(isOpenIn(folder, living.id)).toBe(true)
  age(folder, there, 25 * 3_600)
  joinLibrary(folder).leave()
  expect(filesIn(folder)).toEqual([`${living.id}.json`, `${living.id}.lock`, 'other'].toSorted())
})
