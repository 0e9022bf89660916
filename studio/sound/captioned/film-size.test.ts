import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filmSize } from './film-size.ts'
import { ffmpeg, lavfi } from './testing/films.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-film-size-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('is the size at which players show a film', async () => {
  const file = path.join(folder, 'stretched.mkv')
  await ffmpeg(lavfi('color=gray:size=90x320:rate=5:duration=1,setsar=2'), ['-c:v', 'mpeg4', file])
  expect(await filmSize(file)).toEqual({ width: 180, height: 320 })
})

it('is unknown without a picture, of a damaged file, and of one that is gone', async () => {
  const sound = path.join(folder, 'sound.wav')
  await ffmpeg(lavfi('sine=duration=1'), [sound])
  const damaged = path.join(folder, 'damaged.mkv')
  await writeFile(damaged, 'no film')
  for (const file of [sound, damaged, path.join(folder, 'gone.mkv')]) expect(await filmSize(file)).toBeNull()
})

it('ends when it is cancelled', async () => {
  const controller = new AbortController()
  controller.abort()
  const file = path.join(folder, 'stretched.mkv')
  await expect(filmSize(file, controller.signal)).rejects.toMatchObject({ code: 'job.cancelled' })
})
