import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { WholeFiles } from './whole-files.ts'
import { isGone, ownProcess } from '../processes/placed-process.ts'

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'parolo-whole-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

it('creates a file once, of many writers at the same time, and leaves no parts', async () => {
  const dir = await folder()
  const file = path.join(dir, 'done', 'one.json')
  const writers = Array.from({ length: 8 }, () => new WholeFiles(path.join(dir, 'tmp')))
  const created = await Promise.all(writers.map((files, index) => files.create(file, `by ${index}`)))
  expect(created.filter(Boolean)).toHaveLength(1)
  expect(await readFile(file, 'utf8')).toBe(`by ${created.indexOf(true)}`)
  expect(await new WholeFiles(path.join(dir, 'tmp')).create(file, 'late')).toBe(false)
  expect(await readdir(path.join(dir, 'tmp'))).toEqual([])
  expect(await readdir(path.join(dir, 'done'))).toEqual(['one.json'])
})

it('replaces a file', async () => {
  const dir = await folder()
  const files = new WholeFiles(path.join(dir, 'tmp'))
  await files.replace(path.join(dir, 'a'), 'one')
  await files.replace(path.join(dir, 'a'), 'two')
  expect(await readFile(path.join(dir, 'a'), 'utf8')).toBe('two')
})

it('removes the parts of processes that are gone, and those alone', async () => {
  const dir = await folder()
  const { host, pid, startTime, pidNamespace } = ownProcess()
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const namespace = pidNamespace.replaceAll(/[^\w.:[\]-]/gu, '_')
  const names = {
    own: `${host}+${pid}+${startTime}+${namespace}+1.part`,
    gone: `${host}+${gone}+1+${namespace}+1.part`,
    elsewhere: `other.host+7+1++1.part`,
    elsewhereOld: `old.host+7+1++1.part`,
    foreign: 'notes.txt',
  }
  for (const name of Object.values(names)) await writeFile(path.join(dir, name), '')
  await utimes(path.join(dir, names.elsewhereOld), 1_000, 1_000)
  await new WholeFiles(dir).removeLeftParts()
  expect(await readdir(dir)).toEqual([names.own, names.elsewhere, names.foreign].sort())
})

it('takes a process of another container on this host for one elsewhere', () => {
  const own = ownProcess()
  expect(isGone(own, 0)).toBe(false)
  const other = { ...own, pid: 1, startTime: '0', pidNamespace: 'pid:[1]' }
  expect(isGone(other, Date.now())).toBe(false)
  expect(isGone(other, Date.now() - 3_600_000)).toBe(true)
})

it('goes by the heartbeat where another process may have got the number of one that is gone', () => {
  const own = { ...ownProcess(), startTime: null }
  expect(isGone(own, Date.now())).toBe(false)
  expect(isGone(own, Date.now() - 3_600_000)).toBe(true)
})

it('takes a process of another computer with the same name and number for one elsewhere', () => {
  const [, namespace = ''] = ownProcess().pidNamespace.split('.')
  const other = { ...ownProcess(), pid: 2 ** 22 + 5, pidNamespace: `another-start.${namespace}` }
  expect(isGone(other, Date.now())).toBe(false)
})
