import { existsSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { Terminal } from '../../terminal/terminal.ts'
import { runSelfTest } from './run-self-test.ts'
import { PartFailed, type SelfTestPart } from './self-test-part.ts'

const folders: string[] = []
const passing: SelfTestPart = {
  name: 'self-test.media',
  run({ folder }) {
    folders.push(folder)
    writeFileSync(path.join(folder, 'left behind'), '')
    return Promise.resolve({ state: 'passed', more: 'ffmpeg 7' })
  },
}
const absent: SelfTestPart = {
  name: 'self-test.window',
  run: () => Promise.resolve({ state: 'not-tried', why: `no display for ${os.userInfo().username}` }),
}
const failing = (error: Error): SelfTestPart => ({
  name: 'self-test.library',
  run: () => Promise.reject(error),
})

async function run(parts: readonly SelfTestPart[], signal = new AbortController().signal) {
  let stdout = ''
  const terminal = new Terminal('en', 'none', {
    stdout: { write: (content) => (stdout += String(content)) },
    stderr: { write: () => undefined },
  })
  return { exitCode: await runSelfTest(terminal, parts, signal), lines: stdout.trim().split('\n') }
}

it('exits with 0 if nothing that was tried failed', async () => {
  const { exitCode, lines } = await run([passing, absent])
  expect(exitCode).toBe(0)
  expect(lines.slice(1)).toEqual([
    'passed\tSound files\tffmpeg 7',
    // The program's own words stay as they are.
    `not tried\tWindow\tno display for ${os.userInfo().username}`,
    'Everything that was tried works.',
  ])
})

it('exits with 1 if a part failed, and tries those after it', async () => {
  const fault = new Fault('disk.full', { folder: path.join(os.homedir(), 'Nora') })
  const { exitCode, lines } = await run([failing(fault), failing(new PartFailed('Two words')), passing])
  expect(exitCode).toBe(1)
  // What a person can do comes first, then what a developer looks for.
  expect(lines[1]).toMatch(/^failed\tLibrary\tThe disk .* \(disk\.full\)$/u)
  expect(lines.slice(2)).toEqual([
    'failed\tLibrary\tTwo words',
    'passed\tSound files\tffmpeg 7',
    '2 parts do not work.',
  ])
  expect(lines.join('\n')).not.toContain('Nora')
})

it('leaves nothing behind, also if it is interrupted', async () => {
  await run([passing])
  const stopped = new AbortController()
  const interrupted: SelfTestPart = {
    name: 'self-test.sample',
    run({ folder }) {
      folders.push(folder)
      stopped.abort()
      return Promise.reject(new Error('stopped'))
    },
  }
  await expect(run([interrupted], stopped.signal)).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(folders.filter((folder) => existsSync(folder))).toEqual([])
})
