import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeScratch } from './scratch.ts'

it('is a folder of its own, and removes those of workers on this computer that are gone', async () => {
  const under = await mkdtemp(path.join(os.tmpdir(), 'parolo-scratch-'))
  onTestFinished(() => rm(under, { recursive: true, force: true }))
  const first = path.basename(await makeScratch(under))
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const [prefix, host, namespace] = first.split('.')
  const left = `${prefix}.${host}.${namespace}.${gone}.1.AbCdEf`
  const others = [
    `${prefix}.other-host.${namespace}.${gone}.1.AbCdEf`,
    `${prefix}.${host}.pid__1_.${gone}.1.AbCdEf`,
    'notes',
  ]
  for (const name of [left, ...others]) await mkdir(path.join(under, name, 'cache'), { recursive: true })
  const second = path.basename(await makeScratch(under))
  expect(second).not.toBe(first)
  expect((await readdir(under)).sort()).toEqual([first, second, ...others].sort())
})
