import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { soundFiles } from '../sound/decode.ts'
import { ffmpeg, lavfi, run } from '../sound/captioned/testing/films.ts'
import { begunTranscript, openedCalls, openedLibrary, paragraph } from '../library/testing/fixtures.ts'
import type { Library } from '../library/library.ts'
import { announcedAround, recordingAround, type SoundAround } from './sound-around.ts'
import { transcriptDocument } from './transcript-document.ts'

const { signal } = new AbortController()
const SECOND = 8_000
let library: Library
let cacheFolder = ''
let proxy = ''
let transcriptId = ''

let tone = ''

/** A tone of 12 s, of 300 Hz in the first second, 400 Hz in the second, and so on. */
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parolo-around-'))
  tone = path.join(folder, 'tone.webm')
  const source = lavfi("aevalsrc='0.4*sin(2*PI*(300+100*floor(t))*t)':d=12:s=48000")
  await ffmpeg(source, ['-c:a', 'libopus', '-b:a', '64k', tone])
  return () => rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  const calls = openedCalls()
  const begun = begunTranscript(calls, 'meeting')
  const recordingId = begun.recording.id
  calls.saveTrack({
    recordingId,
    index: 0,
    durationMs: 12_000,
    sampleCount: 192_000,
    pcmSha256: 'pcm',
    codec: 'mp3',
  })
  calls.putParagraphs(begun.transcriptId, [paragraph('p1', 'We go.', 0)])
  calls.finishTranscript(begun.transcriptId)
  calls.store.close()
  transcriptId = begun.transcriptId
  library = await openedLibrary(calls.folder)
  cacheFolder = path.join(calls.folder, 'cache')
  proxy = soundFiles(cacheFolder, recordingId, 0).proxy
  await mkdir(path.dirname(proxy), { recursive: true })
  await copyFile(tone, proxy)
})

/** The tone in the middle of each half second, in hundreds of Hz; 0: silence. */
async function heard(file: string): Promise<number[]> {
  const words = ['-v', 'error', '-i', file, '-ac', '1', '-ar', String(SECOND), '-f', 's16le', '-']
  const { stdout } = await run('ffmpeg', words, { encoding: 'buffer' })
  const count = Math.round(stdout.length / SECOND)
  return Array.from({ length: count }, (_, half) => {
    let [crossings, loudest, before] = [0, 0, 0]
    for (let at = 0; at < SECOND / 10; at++) {
      const value = stdout.readInt16LE((half * SECOND + SECOND * 0.4 + at * 2) & ~1)
      if (value >= 0 !== before >= 0) crossings++
      loudest = Math.max(loudest, Math.abs(value))
      before = value
    }
    return loudest < 1_000 ? 0 : Math.round(crossings / 20)
  })
}

async function made(
  around: SoundAround,
  silences: { startMs: number; endMs: number }[] = [],
): Promise<number[]> {
  const document = { ...(await transcriptDocument(library, transcriptId)), silences }
  const announced = await announcedAround({ library, cacheFolder }, document, around)
  const sound = await recordingAround({ library, cacheFolder }, document, around, { signal })
  if (sound === null || 'lost' in sound || sound.path === null) throw new Error('no sound')
  if (announced === null || 'lost' in announced) throw new Error('nothing was announced')
  // A few seconds are mostly the container's overhead.
  expect(sound.bytes).toBeLessThan(announced.bytes * 2)
  return heard(sound.path)
}

it('the sound around items is their seconds alone, silent where words are redacted', async () => {
  const spans = [
    { startMs: 1_000, endMs: 3_000 },
    { startMs: 8_000, endMs: 9_000 },
  ]
  expect(await made({ spans })).toEqual([4, 4, 5, 5, 11, 11])
  expect(await made({ spans }, [{ startMs: 2_000, endMs: 2_500 }])).toEqual([4, 4, 0, 5, 11, 11])
  // One made before a redaction does not stay.
  const names = await readdir(path.dirname(proxy))
  expect(names.filter((name) => name.includes('around'))).toHaveLength(1)
})

it('the sound around items of a cut is in its own time, without what is cut', async () => {
  const rate = 48_000
  const kept = {
    rate,
    lengthSamples: 12 * rate,
    spans: [
      { startSample: 0, endSample: 2 * rate },
      { startSample: 6 * rate, endSample: 12 * rate },
    ],
  }
  const spans = [{ startMs: 1_000, endMs: 3_500 }]
  const silences = [{ startMs: 6_500, endMs: 7_000 }]
  expect(await made({ spans, cut: { kept, silences } })).toEqual([4, 4, 9, 0, 10])
})

it('there is none without items, and where the recording is gone', async () => {
  const document = await transcriptDocument(library, transcriptId)
  expect(await announcedAround({ library, cacheFolder }, document, { spans: [] })).toBeNull()
  const spans = [{ startMs: 0, endMs: 1_000 }]
  const elsewhere = { library, cacheFolder: path.join(cacheFolder, 'none') }
  expect(await recordingAround(elsewhere, document, { spans }, { signal })).toEqual({ lost: 'sound-missing' })
})
