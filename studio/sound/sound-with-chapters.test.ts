import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { madeSound } from '../podcasts/testing/made-sounds.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { probe } from './probe.ts'
import { canHoldChapters, writeSoundWithChapters } from './sound-with-chapters.ts'

const chapter = (atMs: number, title: string) => ({ atMs, title, link: '', picture: '', isListed: true })
const { signal } = new AbortController()
const beforeMoved = () => Promise.resolve()

it.each(['mp3', 'm4a'] as const)(
  'writes chapters into a copy (%s), in place of those of the source',
  async (ending) => {
    const folder = path.join(await temporaryFolder(), "it's [a], 50% b;c")
    await mkdir(folder)
    const [source, target] = [path.join(folder, `a.${ending}`), path.join(folder, `b.${ending}`)]
    const bytes = await madeSound(ending, { hasChapters: true })
    await writeFile(source, bytes)
    const chapters = [chapter(0, 'Hello; “glue” = #1'), chapter(2_000, 'Two')]
    await writeSoundWithChapters(source, target, {
      chapters,
      durationMs: 3_000,
      title: 'a',
      signal,
      beforeMoved,
    })
    const { chapters: written, durationSeconds } = await probe(target)
    expect(written).toMatchObject([
      { atMs: 0, title: 'Hello; “glue” = #1' },
      { atMs: 2_000, title: 'Two' },
    ])
    expect(durationSeconds).toBeCloseTo(3, 0)
    expect((await readFile(source)).equals(bytes)).toBe(true)
    expect((await readdir(folder)).length).toBe(2)
    await expect(
      writeSoundWithChapters(source, target, {
        chapters,
        durationMs: 3_000,
        title: 'a',
        signal,
        beforeMoved,
      }),
    ).rejects.toMatchObject({ code: 'output.exists' })
  },
)

it('leaves nothing where the source is no sound', async () => {
  const folder = await temporaryFolder()
  const source = path.join(folder, 'a.mp3')
  await writeFile(source, 'no sound')
  const target = path.join(folder, 'b.mp3')
  await expect(
    writeSoundWithChapters(source, target, {
      chapters: [],
      durationMs: 1_000,
      title: 'a',
      signal,
      beforeMoved,
    }),
  ).rejects.toMatchObject({ code: 'ffmpeg.failed', values: { file: 'a' } })
  expect(await readdir(folder)).toEqual(['a.mp3'])
  expect([canHoldChapters('a.MP3'), canHoldChapters('a.opus')]).toEqual([true, false])
})

it('leaves nothing where the sound must not go any more when the copy is whole', async () => {
  const folder = await temporaryFolder()
  const [source, target] = [path.join(folder, 'a.mp3'), path.join(folder, 'b.mp3')]
  await writeFile(source, await madeSound('mp3', { hasChapters: true }))
  const refuse = () => Promise.reject(new Fault('export.redacted-meanwhile', { file: 'a' }))
  const of = { chapters: [], durationMs: 3_000, title: 'a', signal, beforeMoved: refuse }
  await expect(writeSoundWithChapters(source, target, of)).rejects.toMatchObject({
    code: 'export.redacted-meanwhile',
  })
  expect(await readdir(folder)).toEqual(['a.mp3'])
})
