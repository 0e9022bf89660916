import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ImportStore } from '../imports/import-store.ts'
import { openedLibrary } from '../library/testing/fixtures.ts'
import { givenTextFile, keepGivenText } from './given-texts.ts'

/** SHA-256 of `secret`. */
const SECRET = '2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b'

it('keeps a text by its hash; what a program leaves that is killed before goes with abandoned uploads', async () => {
  const library = await openedLibrary()
  const { folder } = library
  const incoming = path.join(folder, 'media', 'incoming')
  const sha256 = await keepGivenText(folder, Buffer.from('words'))
  expect(await readFile(givenTextFile(folder, sha256), 'utf8')).toBe('words')
  expect(await readdir(incoming)).toEqual([])
  // The last step fails, as if the program had been killed before it.
  await mkdir(givenTextFile(folder, SECRET))
  await expect(keepGivenText(folder, Buffer.from('secret'))).rejects.toThrow('disk.failed')
  expect((await readdir(path.join(folder, 'texts'))).toSorted()).toEqual([sha256, SECRET].toSorted())
  expect(await readdir(incoming)).toHaveLength(1)
  await new ImportStore({ library, dataFolder: folder }).dropOld(Date.now() + 15 * 24 * 3_600_000)
  expect(await readdir(incoming)).toEqual([])
})
