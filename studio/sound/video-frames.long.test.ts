import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { probe } from './probe.ts'
import { videoFrames } from './video-frames.ts'

const run = promisify(execFile)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo frames-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A second of a test picture with sound. */
async function filmOf(name: string, rate: string, words: readonly string[] = []): Promise<string> {
  const file = path.join(folder, name)
  const picture = ['-f', 'lavfi', '-i', `testsrc=r=${rate}:d=1:s=64x48`]
  const sound = ['-f', 'lavfi', '-i', 'sine=d=1']
  await run('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    ...picture,
    ...sound,
    '-c:v',
    'mpeg4',
    '-c:a',
    'mp2',
    ...words,
    file,
  ])
  return file
}

describe('the frames of a video', () => {
  it.each([
    ['24000/1001', 24_000, 1_001, false],
    ['24', 24, 1, false],
    ['25', 25, 1, false],
    ['30000/1001', 30_000, 1_001, true],
    ['30', 30, 1, false],
    ['50', 50, 1, false],
    ['60000/1001', 60_000, 1_001, true],
  ])('are those of its header: %s', async (rate, numerator, denominator, drops) => {
    const name = `${rate.replace('/', '-')}.mkv`
    const { frames } = await probe(await filmOf(name, rate))
    expect(frames).toEqual({ numerator, denominator, drops, firstUs: 0, isVariable: false })
  })

  it('count from the first, where a player shows it', async () => {
    const first = await filmOf('own.mkv', '25', ['-c:a', 'pcm_s16le'])
    const late = path.join(folder, 'late.mkv')
    await run('ffmpeg', [
      '-v',
      'error',
      '-nostdin',
      '-i',
      first,
      '-c',
      'copy',
      '-output_ts_offset',
      '3',
      late,
    ])
    expect((await probe(late)).frames).toMatchObject({ firstUs: 3_000_000 })
  })

  it('vary where some are missing', async () => {
    const missing = ['-vf', 'select=not(eq(mod(n\\,3)\\,1)*gt(n\\,8))', '-fps_mode', 'vfr']
    const file = await filmOf('varies.mp4', '25', missing)
    expect((await probe(file)).frames).toMatchObject({ isVariable: true })
  })

  it('are none of a sound', async () => {
    const file = path.join(folder, 'sound.wav')
    await run('ffmpeg', ['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', 'sine=d=1', file])
    expect((await probe(file)).frames).toBeNull()
  })
})

describe('a header', () => {
  const ntsc = { r_frame_rate: '30000/1001', avg_frame_rate: '30000/1001', start_time: '1.483422' }

  it('with a timecode that drops nothing is followed', () => {
    expect(videoFrames(ntsc, '01:00:00:00', 0)).toMatchObject({ drops: false })
    expect(videoFrames(ntsc, '01:00:00;00', 0)).toMatchObject({ drops: true })
    expect(videoFrames(ntsc, null, 1.4602)).toMatchObject({ drops: true, firstUs: 23_222 })
  })

  it('of rounded or measured numbers means the usual rate', () => {
    const measured = { r_frame_rate: '19001/317', avg_frame_rate: '19001/317' }
    expect(videoFrames(measured, null, 0)).toMatchObject({ numerator: 60_000, denominator: 1_001 })
    const decimal = { r_frame_rate: '2997/100', avg_frame_rate: '2997/100' }
    expect(videoFrames(decimal, null, 0)).toMatchObject({ numerator: 30_000, denominator: 1_001 })
    const slow = { r_frame_rate: '25/2', avg_frame_rate: '0/0' }
    expect(videoFrames(slow, null, 0)).toMatchObject({ numerator: 25, denominator: 2, isVariable: false })
  })

  it('whose average lacks the length of the last frame is of a constant rate', () => {
    const cinema = { r_frame_rate: '24000/1001', avg_frame_rate: '1439000000/59976583', nb_frames: '1439' }
    expect(videoFrames(cinema, null, 0)).toMatchObject({ numerator: 24_000, isVariable: false })
    const second = { r_frame_rate: '25/1', avg_frame_rate: '625/24', nb_frames: '25' }
    expect(videoFrames(second, null, 0)).toMatchObject({ numerator: 25, denominator: 1, isVariable: false })
    expect(videoFrames({ ...cinema, avg_frame_rate: '1400000000/59976583' }, null, 0)).toMatchObject({
      isVariable: true,
    })
  })

  it('of fields is a rate of frames', () => {
    const fields = { r_frame_rate: '50/1', avg_frame_rate: '25/1' }
    expect(videoFrames({ ...fields, field_order: 'tt' }, null, 0)).toMatchObject({
      numerator: 25,
      isVariable: false,
    })
    expect(videoFrames(fields, null, 0)).toMatchObject({ isVariable: true })
  })

  it('without a rate says nothing', () => {
    expect(videoFrames({ r_frame_rate: '0/0' }, null, 0)).toBeNull()
  })
})
