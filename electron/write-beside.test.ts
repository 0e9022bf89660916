import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeBeside } from './write-beside.ts'

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'parolo-beside-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

const bytes = new TextEncoder().encode('new')

it('writes under its own name where that is free', async () => {
  const place = await folder()
  expect(await writeBeside(place, 'talk.srt', bytes)).toBe(path.join(place, 'talk.srt'))
  expect(await readdir(place)).toEqual(['talk.srt'])
})

it('leaves what is there and takes the next number, before the whole extension', async () => {
  const place = await folder()
  await writeFile(path.join(place, 'talk.parolo.json'), 'mine')
  await mkdir(path.join(place, 'talk (2).parolo.json'))
  expect(await writeBeside(place, 'talk.parolo.json', bytes)).toBe(path.join(place, 'talk (3).parolo.json'))
  expect(await readFile(path.join(place, 'talk.parolo.json'), 'utf8')).toBe('mine')
  expect(await readFile(path.join(place, 'talk (3).parolo.json'), 'utf8')).toBe('new')
})

it('gives every one of several that are written at once a name of its own', async () => {
  const place = await folder()
  await Promise.all([1, 2, 3].map(() => writeBeside(place, 'talk.srt', bytes)))
  expect((await readdir(place)).toSorted()).toEqual(['talk (2).srt', 'talk (3).srt', 'talk.srt'])
})

it('says what the disk says', async () => {
  const gone = path.join(await folder(), 'gone')
  await expect(writeBeside(gone, 'talk.srt', bytes)).rejects.toMatchObject({
    code: 'disk.failed',
    values: { folder: gone },
  })
})
