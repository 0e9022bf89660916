import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keptToken } from './kept-token.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-token-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('is the same at every start, of 256 bits, and for the person alone', async () => {
  const token = await keptToken(folder)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(await keptToken(folder)).toBe(token)
  if (process.platform !== 'win32') {
    expect((await stat(path.join(folder, 'web-token'))).mode & 0o077).toBe(0)
  }
})

it('takes nothing shorter for a token', async () => {
  await writeFile(path.join(folder, 'web-token'), 'guess me')
  expect(await keptToken(folder)).toMatch(/^[\w-]{43}$/)
})
