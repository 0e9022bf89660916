import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeTrack, soundFiles } from './decode.ts'
import { PcmFile } from './pcm-file.ts'
import { probe } from './probe.ts'

const run = promisify(execFile)
const ffmpeg = (...words: (string | string[])[]) =>
  run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...words.flat()])
const speech = fileURLToPath(new URL('../../fixtures/speech/one-voice-20s-en.opus', import.meta.url))
const RATE = 16_000
const PLACES = 10
/** A third of a video frame at 15 frames per second: imperceptible. */
const MAX_LAG_MS = 20

let folder: string
let wordStarts: number[]
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo times-'))
  const { words } = JSON.parse(await readFile(speech.replace(/opus$/u, 'json'), 'utf8')) as {
    words: { startMs: number }[]
  }
  const step = Math.floor(words.length / PLACES)
  wordStarts = words
    .filter((_, index) => index % step === 0)
    .slice(0, PLACES)
    .map(({ startMs }) => startMs)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function samplesOf(file: string): Promise<Float32Array> {
  const pcm = path.join(folder, 'heard.pcm')
  await ffmpeg(
    '-i',
    file,
    '-af',
    'aresample=async=1:first_pts=0',
    '-ac',
    '1',
    '-ar',
    String(RATE),
    '-f',
    's16le',
    pcm,
  )
  const bytes = new PcmFile(pcm)
  const samples = bytes.read(0, 60 * RATE)
  bytes.close()
  return samples
}

/** By how much later (ms) the 400 ms of `sound` at `startMs` occur in `other`, searched within 120 ms. */
function lagMs(sound: Float32Array, other: Float32Array, startMs: number): { lag: number; likeness: number } {
  const start = Math.round((startMs * RATE) / 1000)
  const length = 0.4 * RATE
  const reach = 0.12 * RATE
  let best = { lag: 0, likeness: -1 }
  for (let shift = -reach; shift <= reach; shift += 4) {
    let product = 0
    let one = 1e-9
    let two = 1e-9
    for (let index = 0; index < length; index++) {
      const a = sound[start + index] ?? 0
      const b = other[start + index + shift] ?? 0
      product += a * b
      one += a * a
      two += b * b
    }
    const likeness = product / Math.sqrt(one * two)
    if (likeness > best.likeness) best = { lag: (shift * 1000) / RATE, likeness }
  }
  return best
}

/** Sound that starts 1.5 s into a film. */
const lateFilm = (name: string, codec: string) => ({
  name,
  delayMs: 1500,
  make: (file: string) =>
    ffmpeg(
      ['-f', 'lavfi', '-i', 'testsrc=size=64x48:rate=25:duration=23', '-itsoffset', '1.5', '-i', speech],
      ['-map', '0:v', '-map', '1:a', '-c:v', 'mpeg4', '-c:a', codec, file],
    ),
})

const recordings = [
  {
    name: 'a VBR MP3',
    delayMs: 0,
    make: (file: string) => ffmpeg('-i', speech, '-c:a', 'libmp3lame', '-q:a', '6', file),
    extension: 'mp3',
  },
  { ...lateFilm('an MP4 whose sound starts at 1.5 s', 'aac'), extension: 'mp4' },
  { ...lateFilm('an MKV whose sound starts at 1.5 s', 'flac'), extension: 'mkv' },
  {
    name: 'an MKV of sound alone that starts at 1.5 s',
    delayMs: 1500,
    make: (file: string) => ffmpeg('-itsoffset', '1.5', '-i', speech, '-c:a', 'libopus', file),
    extension: 'mka',
  },
  {
    name: 'a broadcast whose clock starts at an hour',
    delayMs: 0,
    make: (file: string) => ffmpeg('-i', speech, '-c:a', 'mp2', '-output_ts_offset', '3600', file),
    extension: 'ts',
  },
]

describe.each(recordings)('$name', ({ delayMs, make, extension }) => {
  it('is heard at the same times in the PCM, in the proxy and in the original', async () => {
    const file = path.join(folder, `sound.${extension}`)
    await make(file)
    const files = soundFiles(folder, extension, 0)
    await decodeTrack(await probe(file), 0, files, { signal: new AbortController().signal })
    const pcm = new PcmFile(files.pcm)
    const heard = pcm.read(0, 60 * RATE)
    pcm.close()
    const [proxy, spoken] = [await samplesOf(files.proxy), await samplesOf(speech)]
    const delayed = new Float32Array(spoken.length + (delayMs * RATE) / 1000)
    delayed.set(spoken, (delayMs * RATE) / 1000)
    expect(wordStarts).toHaveLength(PLACES)
    for (const startMs of wordStarts) {
      const inProxy = lagMs(heard, proxy, startMs + delayMs)
      expect(inProxy.likeness).toBeGreaterThan(0.6)
      expect(Math.abs(inProxy.lag)).toBeLessThan(MAX_LAG_MS)
      const inOriginal = lagMs(delayed, heard, startMs + delayMs)
      expect(inOriginal.likeness).toBeGreaterThan(0.6)
      expect(Math.abs(inOriginal.lag)).toBeLessThan(MAX_LAG_MS)
    }
  })
})
