import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PageSecrets, SECRET_DAYS } from './page-secrets.ts'
import { hashOf, newToken } from './token.ts'

const DAY_MS = 24 * 60 * 60_000
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-secrets-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const refuse = (error: unknown) => {
  throw error
}
const kept = () => path.join(folder, 'web-pages')
const nameOf = (secret: string) => hashOf(secret).toString('hex')

describe('the secret of a page', () => {
  it('is known after a restart, though the disk holds a hash alone, for the person alone', async () => {
    const secret = await (await PageSecrets.open(folder, refuse)).create()
    const again = await PageSecrets.open(folder, refuse)
    expect(await again.recognize(secret)).toEqual(hashOf(secret))
    for (const other of [newToken(), '', nameOf(secret), '../web-pages'])
      expect(await again.recognize(other)).toBeNull()
    expect(await readdir(kept())).toEqual([nameOf(secret)])
    if (process.platform === 'win32') return
    expect((await stat(kept())).mode & 0o777).toBe(0o700)
    expect((await stat(path.join(kept(), nameOf(secret)))).mode & 0o777).toBe(0o600)
  })

  it('ends when it was not used for its days, and use makes it last', async () => {
    let now = Date.now()
    const open = () => PageSecrets.open(folder, refuse, () => now)
    const [used, left] = [await (await open()).create(), await (await open()).create()]
    now += (SECRET_DAYS - 1) * DAY_MS
    expect(await (await open()).recognize(used)).not.toBeNull()
    now += 2 * DAY_MS
    const later = await open()
    expect(await later.recognize(left)).toBeNull()
    expect(await later.recognize(used)).not.toBeNull()
    expect(await readdir(kept())).toEqual([nameOf(used)])
  })

  it('is one of few: the oldest are forgotten', async () => {
    await mkdir(kept())
    const secrets = Array.from({ length: 203 }, newToken)
    for (const [at, secret] of secrets.entries()) {
      const file = path.join(kept(), nameOf(secret))
      await writeFile(file, '')
      await utimes(file, Date.now() / 1_000 - at, Date.now() / 1_000 - at)
    }
    await writeFile(path.join(kept(), 'of somebody else'), '')
    const opened = await PageSecrets.open(folder, refuse)
    const known = await Promise.all(secrets.map((secret) => opened.recognize(secret)))
    expect(known.map((hash) => hash !== null)).toEqual(secrets.map((_, at) => at < 200))
    expect(await readdir(kept())).toContain('of somebody else')
  })

  it('is valid while the program runs where nothing can be stored, which is reported', async () => {
    await writeFile(kept(), 'a file in its place')
    const errors: unknown[] = []
    const secrets = await PageSecrets.open(folder, (error) => errors.push(error))
    expect(await secrets.recognize(await secrets.create())).not.toBeNull()
    expect(errors.length).toBeGreaterThan(0)
  })
})

it('a token that a program of 0.1 kept is deleted', async () => {
  await writeFile(path.join(folder, 'web-token'), newToken())
  await PageSecrets.open(folder, refuse)
  expect(await readdir(folder)).toEqual([])
})
