import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { probe } from './probe.ts'
import { findShots } from './shots.ts'

const run = promisify(execFile)
const ffmpeg = (...words: (string | string[])[]) =>
  run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...words.flat()])
const FRAME_MS = 40

let folder: string
let film: string
let note: string
/** Three colors, 2 s each at 25 frames a second, with sound. */
const colors = ['red', 'blue', 'white'].flatMap((color) => [
  '-f',
  'lavfi',
  '-i',
  `color=${color}:size=640x360:rate=25:duration=2`,
])
const cut = ['-filter_complex', '[0][1][2]concat=n=3:v=1[v]', '-map', '[v]', '-map', '3:a']

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo shots-'))
  film = path.join(folder, 'film.mkv')
  note = path.join(folder, 'note.wav')
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=300:duration=6']
  await ffmpeg(colors, sound, cut, ['-c:v', 'ffv1', '-c:a', 'flac', film])
  await ffmpeg(sound, note)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const options = (signal = new AbortController().signal) => ({ signal, threshold: 0.3 })

describe('the shots of a video', () => {
  it('begin at its cuts, to the frame, and it says how far it is', async () => {
    const seconds: number[] = []
    const found = await findShots(await probe(film), { ...options(), onProgress: (at) => seconds.push(at) })
    expect(found).toHaveLength(2)
    expect(Math.abs((found[0] ?? 0) - 2_000)).toBeLessThan(FRAME_MS)
    expect(Math.abs((found[1] ?? 0) - 4_000)).toBeLessThan(FRAME_MS)
    expect(seconds.at(-1)).toBeCloseTo(5.96, 1)
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b))
  })

  it('count from the zero of the container, as players do', async () => {
    const late = path.join(folder, 'late.mkv')
    await ffmpeg('-i', film, '-c', 'copy', '-output_ts_offset', '3', late)
    const found = await findShots(await probe(late), options())
    expect(Math.abs((found[0] ?? 0) - 5_000)).toBeLessThan(FRAME_MS)
  })

  it('count from the picture’s first frame where the sound begins before it', async () => {
    const early = path.join(folder, 'early.mkv')
    await ffmpeg('-i', film, '-c:v', 'copy', '-c:a', 'libopus', early)
    const source = await probe(early)
    expect(source.startSeconds).toBeLessThan(0)
    const found = await findShots(source, options())
    expect(found.map((ms) => Math.round(ms))).toEqual([2_000, 4_000])
  })

  it('are none without a video, or if it has one picture', async () => {
    const cover = path.join(folder, 'cover.mp3')
    const picture = path.join(folder, 'cover.png')
    await ffmpeg(['-f', 'lavfi', '-i', 'color=red:size=64x64', '-frames:v', '1', picture])
    await ffmpeg(
      ['-i', note, '-i', picture, '-map', '0', '-map', '1'],
      ['-disposition:v', 'attached_pic', '-id3v2_version', '3', cover],
    )
    expect(await findShots(await probe(note), options())).toEqual([])
    expect(await findShots(await probe(cover), options())).toEqual([])
  })

  it('are no longer looked for once the job is cancelled', async () => {
    const controller = new AbortController()
    const looked = findShots(await probe(film), {
      ...options(controller.signal),
      onProgress: () => controller.abort(),
    })
    await expect(looked).rejects.toMatchObject({ code: 'job.cancelled' })
    await expect(findShots(await probe(film), options(controller.signal))).rejects.toThrow(Fault)
  })

  it('of a file that is no film any more are a fault with what ffmpeg said', async () => {
    const source = await probe(film)
    await writeFile(path.join(folder, 'gone.mkv'), 'not a film')
    const broken = findShots({ ...source, path: path.join(folder, 'gone.mkv') }, options())
    await expect(broken).rejects.toMatchObject({ code: 'ffmpeg.failed', values: { file: 'film.mkv' } })
  })

  it('are given up where ffmpeg says nothing for too long', async () => {
    const looked = findShots(await probe(film), { ...options(), stallMs: 0 })
    await expect(looked).rejects.toMatchObject({ code: 'media.stalled' })
  })
})
