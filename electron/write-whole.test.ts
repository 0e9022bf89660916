import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeWhole } from './write-whole.ts'

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'parolo-write-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

it('replaces what stood there and leaves nothing beside', async () => {
  const place = await folder()
  const file = path.join(place, 'talk.srt')
  await writeFile(file, 'an older and longer text')
  await writeWhole(file, new TextEncoder().encode('new'))
  expect(await readFile(file, 'utf8')).toBe('new')
  expect(await readdir(place)).toEqual(['talk.srt'])
})

it('tells where it cannot write, and leaves no half file', async () => {
  const place = await folder()
  await expect(writeWhole(path.join(place, 'gone', 'a.srt'), new Uint8Array(3))).rejects.toMatchObject({
    code: 'disk.failed',
    values: { folder: path.join(place, 'gone') },
  })
  // A folder is at the file's path: the temporary file is written but cannot replace it.
  await writeFile(path.join(place, 'kept'), '')
  await expect(writeWhole(place, new Uint8Array(3))).rejects.toMatchObject({ code: 'disk.failed' })
  expect(await readdir(place)).toEqual(['kept'])
  expect(await readdir(path.dirname(place))).not.toContainEqual(
    expect.stringContaining(`${path.basename(place)}.${process.pid}.part`),
  )
})
