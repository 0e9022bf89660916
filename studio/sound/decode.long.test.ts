import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEVEL_FRAME_SAMPLES } from '#core/sound/levels'
import { PEAK_SAMPLES } from '#core/sound/peaks'
import { decodeTrack, soundFiles } from './decode.ts'
import { PcmFile } from './pcm-file.ts'
import type { PcmFacts } from './pcm-sink.ts'
import { type Probe, probe } from './probe.ts'

const run = promisify(execFile)
const ffmpeg = (...words: (string | string[])[]) =>
  run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...words.flat()])
const quiet = { signal: new AbortController().signal }

let folder: string
/** A film with two audio tracks: a low note for 3 s, then a high one for 2 s in stereo. */
let film: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo decode-'))
  film = path.join(folder, 'film.mkv')
  await ffmpeg(
    ['-f', 'lavfi', '-i', 'testsrc=size=64x48:rate=10:duration=3'],
    ['-f', 'lavfi', '-i', 'sine=frequency=300:duration=3'],
    ['-f', 'lavfi', '-i', 'sine=frequency=1200:duration=2'],
    ['-map', '0:v', '-map', '1:a', '-map', '2:a', '-c:v', 'ffv1', '-c:a', 'flac', '-ac:a:1', '2'],
    [
      '-metadata:s:a:0',
      'language=fra',
      '-metadata:s:a:1',
      'language=eng',
      '-metadata:s:a:1',
      'title=Original',
      film,
    ],
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Frequency of a pure tone in Hz, from its zero crossings. */
function pitch(samples: Float32Array): number {
  let crossings = 0
  for (let index = 1; index < samples.length; index++) {
    if ((samples[index - 1] as number) < 0 && (samples[index] as number) >= 0) crossings++
  }
  return (crossings * 16_000) / samples.length
}

/** 16-bit samples at 16 kHz. */
function wav(channels: number, data: Buffer): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(16_000, 24)
  head.writeUInt32LE(32_000 * channels, 28)
  head.writeUInt16LE(2 * channels, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

describe('probe', () => {
  it('names the audio tracks', async () => {
    const found = await probe(film)
    expect(found.tracks).toMatchObject([
      { index: 0, codec: 'flac', channels: 1, language: 'fra', title: null },
      { index: 1, codec: 'flac', channels: 2, language: 'eng', title: 'Original' },
    ])
    expect(found).toMatchObject({ fileName: 'film.mkv', bytes: (await stat(film)).size })
    expect(found.durationSeconds).toBeCloseTo(3, 1)
  })
})

describe('decodeTrack', () => {
  it.each([
    [0, 3, 300],
    [1, 2, 1200],
  ])('track %i: PCM, peaks, levels and a proxy of %i s at %i Hz', async (track, seconds, frequency) => {
    const files = soundFiles(path.join(folder, 'cache'), 'film', track)
    const reported: number[] = []
    const facts = await decodeTrack(await probe(film), track, files, {
      ...quiet,
      onProgress: (at) => reported.push(at),
    })
    expect(facts.sampleCount / 16_000).toBeCloseTo(seconds, 1)
    expect(facts.sha256).toMatch(/^[0-9a-f]{64}$/u)
    const size = async (file: string) => (await stat(file)).size
    expect(await size(files.pcm)).toBe(facts.sampleCount * 2)
    expect(await size(files.levels)).toBe(Math.ceil(facts.sampleCount / LEVEL_FRAME_SAMPLES) * 4)
    expect(await size(files.peaks)).toBe(Math.ceil(facts.sampleCount / PEAK_SAMPLES) * 2)
    const pcm = new PcmFile(files.pcm)
    expect(pitch(pcm.read(8000, 16_000))).toBeCloseTo(frequency, -1)
    pcm.close()
    const proxy = await run('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name',
      '-of',
      'csv=p=0',
      files.proxy,
    ])
    expect(proxy.stdout.trim()).toBe('opus')
    for (const at of reported) expect(at).toBeLessThanOrEqual(seconds + 0.1)
  })

  it('says which tracks there are when another is asked for', async () => {
    const files = soundFiles(path.join(folder, 'cache'), 'none', 2)
    const failure = decodeTrack(await probe(film), 2, files, quiet)
    await expect(failure).rejects.toMatchObject({
      code: 'media.no-such-track',
      values: { track: 3, tracks: 2 },
    })
  })

  it.each([
    ['half a sample', 1, Buffer.of(1)],
    ['three quarters of a frame of two channels', 2, Buffer.of(1, 2, 3)],
  ])('refuses a file of %s as holding no sound', async (name, channels, data) => {
    const file = path.join(folder, `${name}.wav`)
    await writeFile(file, wav(channels, data))
    const files = soundFiles(path.join(folder, 'cache'), name, 0)
    await expect(decodeTrack(await probe(file), 0, files, quiet)).rejects.toMatchObject({
      code: 'media.no-samples',
      values: { file: `${name}.wav` },
    })
    expect(await readdir(path.dirname(files.pcm))).toEqual([])
  })

  it.each([
    ['before', 1, false],
    ['after', 2, false],
    ['before', 2, true],
    ['after', 5, true],
  ])(
    'refuses 24 bits of which no frame is whole, beside a list of odd size %s them: %i bytes, padded: %s',
    async (place, length, isPadded) => {
      const name = `odd ${place} ${length}`
      const file = path.join(folder, `${name}.wav`)
      const list = wavChunk('LIST', Buffer.from('INFOsomething'), isPadded)
      const data = wavChunk('data', Buffer.alloc(length, 1), isPadded)
      const format = Buffer.alloc(16)
      format.writeUInt16LE(1, 0)
      format.writeUInt16LE(2, 2)
      format.writeUInt32LE(48_000, 4)
      format.writeUInt32LE(288_000, 8)
      format.writeUInt16LE(6, 12)
      format.writeUInt16LE(24, 14)
      const chunks = place === 'before' ? [list, data] : [data, list]
      const body = Buffer.concat([Buffer.from('WAVE'), wavChunk('fmt ', format, true), ...chunks])
      await writeFile(file, wavChunk('RIFF', body, false))
      const files = soundFiles(path.join(folder, 'cache'), name, 0)
      const decoded = probe(file).then((facts) => decodeTrack(facts, 0, files, quiet))
      await expect(decoded).rejects.toMatchObject({
        code: expect.stringMatching(/^media\.(?:no-samples|unreadable)$/u),
      })
    },
  )

  it('takes a file of a single sample', async () => {
    const file = path.join(folder, 'one sample.wav')
    await writeFile(file, wav(1, Buffer.of(1, 2)))
    const facts = await decodeTrack(await probe(file), 0, soundFiles(folder, 'single', 0), quiet)
    expect(facts.sampleCount).toBe(320)
  })

  it('gives the same PCM every time', async () => {
    const once = await decodeTrack(await probe(film), 0, soundFiles(folder, 'once', 0), quiet)
    const again = await decodeTrack(await probe(film), 0, soundFiles(folder, 'again', 0), quiet)
    expect(again).toEqual(once)
  })

  it('stops when it is told to, and leaves nothing half-decoded', async () => {
    const controller = new AbortController()
    const long = path.join(folder, 'long.wav')
    await ffmpeg('-f', 'lavfi', '-i', 'anoisesrc=duration=900:sample_rate=16000', long)
    const files = soundFiles(path.join(folder, 'cache'), 'long', 0)
    const decoding = decodeTrack(await probe(long), 0, files, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(decoding).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await readdir(path.dirname(files.pcm))).toEqual([])
  })

  it('two at once of one track do not disturb each other', async () => {
    const minute = path.join(folder, 'minute.wav')
    await ffmpeg('-f', 'lavfi', '-i', 'anoisesrc=duration=60:sample_rate=16000:seed=1', minute)
    const files = soundFiles(path.join(folder, 'cache'), 'minute', 0)
    const source = await probe(minute)
    let second: Promise<PcmFacts> | undefined
    const first = await decodeTrack(source, 0, files, {
      ...quiet,
      onProgress: () => {
        second ??= decodeTrack(source, 0, files, quiet)
      },
    })
    expect(await (second ?? decodeTrack(source, 0, files, quiet))).toEqual(first)
    expect((await stat(files.pcm)).size).toBe(first.sampleCount * 2)
    expect(await readdir(path.dirname(files.pcm))).toHaveLength(4)
  })

  it('deletes what an earlier program left of the same track, nothing of another track', async () => {
    const files = soundFiles(path.join(folder, 'cache'), 'killed', 1)
    await mkdir(path.dirname(files.pcm), { recursive: true })
    const left = ['track-1.pcm.7-0a.part', 'track-1.webm.7-0a.part', 'track-1.peaks.part']
    const others = ['track-0.pcm.7-0a.part', 'track-10.pcm.7-0a.part']
    for (const name of [...left, ...others]) await writeFile(path.join(path.dirname(files.pcm), name), 'x')
    await decodeTrack(await probe(film), 1, files, quiet)
    const names = await readdir(path.dirname(files.pcm))
    expect(names.filter((name) => name.endsWith('.part')).sort()).toEqual(others.sort())
  })

  it('does not decode to the end what was stopped before ffmpeg had started', async () => {
    const source = await probe(film)
    for (const turns of [0, 1, 2, 4, 8]) {
      const controller = new AbortController()
      const decoding = decodeTrack(source, 0, soundFiles(folder, 'stopped', 0), { signal: controller.signal })
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
      controller.abort()
      await expect(decoding).rejects.toMatchObject({ code: 'job.cancelled' })
      expect(await readdir(path.join(folder, 'stopped'))).toEqual([])
    }
  })

  it.runIf(process.platform !== 'win32')(
    'ends where nothing comes: a file that does not answer (left out on Windows: no such pipes)',
    async () => {
      const pipe = path.join(folder, 'silent.wav')
      await run('mkfifo', [pipe])
      const source: Probe = { ...(await probe(film)), path: pipe, fileName: 'silent.wav' }
      const files = soundFiles(path.join(folder, 'cache'), 'silent', 0)
      const decoding = decodeTrack(source, 0, files, { ...quiet, stallMs: 600 })
      await expect(decoding).rejects.toMatchObject({ code: 'media.stalled', values: { file: 'silent.wav' } })
      expect(await readdir(path.dirname(files.pcm))).toEqual([])
    },
  )

  it('never touches the original', async () => {
    const before = await readFile(film)
    const { mtimeMs } = await stat(film)
    await decodeTrack(await probe(film), 1, soundFiles(folder, 'untouched', 1), quiet)
    expect((await readFile(film)).equals(before)).toBe(true)
    expect((await stat(film)).mtimeMs).toBe(mtimeMs)
  })

  it('says plainly where it may not write', async () => {
    const blocked = path.join(folder, 'a file')
    await writeFile(blocked, '')
    const failure = decodeTrack(await probe(film), 0, soundFiles(blocked, 'x', 0), quiet)
    await expect(failure).rejects.toMatchObject({ code: 'disk.failed' })
  })
})

/** A chunk of a RIFF file, with or without the padding byte that the format requires after an odd length. */
function wavChunk(id: string, content: Buffer, isPadded: boolean): Buffer {
  const head = Buffer.alloc(8)
  head.write(id, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(isPadded ? content.length % 2 : 0)])
}
