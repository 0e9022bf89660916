import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { makeFolder } from './make-folder.ts'

it('makes what is missing, and leaves what is there', async () => {
  const folder = path.join(await temporaryFolder(), 'a', 'b', 'c')
  await makeFolder(folder)
  await makeFolder(folder)
  expect((await stat(folder)).isDirectory()).toBe(true)
})

it('refuses a folder in the place of a file, or below one', async () => {
  const file = path.join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(path.join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

it.runIf(process.platform === 'linux')('ends where the system denies it (Linux: /proc)', async () => {
  await expect(makeFolder('/proc/parolo/below')).rejects.toMatchObject({ code: 'ENOENT' })
})

it('that many make at once, with the folders they lie in, is made', async () => {
  const folder = path.join(await temporaryFolder(), 'a', 'b', 'c', 'd')
  await Promise.all(Array.from({ length: 50 }, () => makeFolder(folder)))
  expect((await stat(folder)).isDirectory()).toBe(true)
})
