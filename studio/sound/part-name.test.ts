import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeNewFile } from '../export/write-new-file.ts'
import { withPartFiles } from './part-files.ts'
import { partName } from './part-name.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-names-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** 255 bytes, the maximum of most file systems. */
const LONGEST = [`${'x'.repeat(240)}.burned.mp4.vtt`, `${'é'.repeat(125)}.vttx`, `${'😀'.repeat(62)}.webvtt`]

it('files with the longest names can be written, by parts whose names fit too', async () => {
  for (const name of LONGEST) {
    expect(Buffer.byteLength(name)).toBe(255)
    const file = path.join(folder, name)
    expect(await writeNewFile(file, 'text', false)).toBe('written')
    const parts = await withPartFiles({ film: file }, async ({ film }) => {
      await writeFile(film, 'part')
      return path.basename(film)
    })
    expect(Buffer.byteLength(parts)).toBeLessThanOrEqual(255)
  }
  expect((await readdir(folder)).toSorted()).toEqual(LONGEST.toSorted())
})

it('a name that is longer is refused by what is wrong with it', async () => {
  const file = path.join(folder, `${'x'.repeat(256)}.vtt`)
  await expect(writeNewFile(file, 'text', false)).rejects.toMatchObject({ code: 'disk.long-name' })
})

it('parts of long names that begin alike are told apart, and short names stay', () => {
  expect(partName('/a/talk.srt')).toBe('talk.srt')
  const [one, other] = ['a', 'b'].map((end) => partName(`/a/${'x'.repeat(240)}${end}.mp4`))
  expect(one).not.toBe(other)
})
