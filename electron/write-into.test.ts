import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeInto } from './write-into.ts'

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'parolo-into-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

const file = (fileName: string, text = 'new') => ({ fileName, bytes: new TextEncoder().encode(text) })

it('writes under exactly these names, and none outside of the folder', async () => {
  const place = await folder()
  expect(await writeInto(place, [file('1.srt'), file('../2.vtt')], false)).toEqual([])
  expect((await readdir(place)).toSorted()).toEqual(['1.srt', '2.vtt'])
})

it('writes nothing where a name is taken by other contents, until they may be replaced', async () => {
  const place = await folder()
  await writeFile(path.join(place, '1.vtt'), 'mine')
  await writeFile(path.join(place, '1.json'), 'new')
  const before = (await stat(path.join(place, '1.json'))).ino
  const files = [file('1.srt'), file('1.vtt'), file('1.json')]
  expect(await writeInto(place, files, false)).toEqual(['1.vtt'])
  expect((await readdir(place)).toSorted()).toEqual(['1.json', '1.vtt'])
  expect(await readFile(path.join(place, '1.vtt'), 'utf8')).toBe('mine')
  expect(await writeInto(place, files, true)).toEqual([])
  expect(await readFile(path.join(place, '1.vtt'), 'utf8')).toBe('new')
  expect(await readFile(path.join(place, '1.srt'), 'utf8')).toBe('new')
  // A file with the same contents is not rewritten.
  expect((await stat(path.join(place, '1.json'))).ino).toBe(before)
})

it('says what the disk says', async () => {
  const gone = path.join(await folder(), 'gone')
  await expect(writeInto(gone, [file('1.srt')], false)).rejects.toMatchObject({
    code: 'disk.failed',
    values: { folder: gone },
  })
})
