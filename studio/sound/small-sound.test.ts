import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ffmpeg, lavfi, probed, useFilms } from './captioned/testing/films.ts'
import { probe } from './probe.ts'
import { MAX_SOUND_BYTES, smallBitRate, smallBytes, writeSmallSound } from './small-sound.ts'

const films = useFilms()
const { signal } = new AbortController()
const HOUR = 3_600

it('the longer the sound, the lower the bit rate, so that it fits into a page; over 3 hours none does', () => {
  expect([1, HOUR, 1.5 * HOUR, 2 * HOUR, 3 * HOUR, 3.2 * HOUR].map(smallBitRate)).toEqual([
    32_000,
    32_000,
    32_000,
    24_000,
    16_000,
    null,
  ])
  expect(smallBytes(3 * HOUR, 16_000)).toBeLessThan(MAX_SOUND_BYTES)
})

it('the sound of a film is mono Opus, as long as the film, and the same each time', async () => {
  const film = await probe(films.madeFile('film.mp4'))
  const [file, again] = [films.fileOf('small.webm'), films.fileOf('again.webm')]
  const reported: number[] = []
  const bytes = await writeSmallSound(film, file, { signal, onProgress: (at) => reported.push(at) })
  const { streams, format } = await probed(file)
  expect(streams).toMatchObject([{ codec_name: 'opus', channels: 1 }])
  expect(Number(format.duration)).toBeCloseTo(4, 1)
  expect(bytes).toBeLessThan(smallBytes(4, 32_000))
  expect(reported.at(-1)).toBeGreaterThan(0.9)
  await writeSmallSound(film, again, { signal })
  expect((await readFile(again)).equals(await readFile(file))).toBe(true)
})

it('keeps the time before the first sound of a container', async () => {
  const late = films.fileOf('late.mkv')
  const input = [
    '-itsoffset',
    '2',
    ...lavfi('sine=duration=1'),
    ...lavfi('color=size=64x64:rate=5:duration=3'),
  ]
  await ffmpeg(input, ['-map', '0:a', '-map', '1:v', '-c:a', 'flac', '-c:v', 'libvpx', late])
  await writeSmallSound(await probe(late), films.fileOf('small.webm'), { signal })
  const { format } = await probed(films.fileOf('small.webm'))
  expect(Number(format.duration)).toBeCloseTo(3, 1)
})

it('what is too long, or stopped, leaves no file', async () => {
  const film = await probe(films.madeFile('film.mp4'))
  const file = path.join(films.folder(), 'small.webm')
  expect(await writeSmallSound({ ...film, durationSeconds: 4 * HOUR }, file, { signal })).toBeNull()
  const stopped = writeSmallSound(film, file, { signal: AbortSignal.abort() })
  await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(await readdir(films.folder())).toEqual([])
})
