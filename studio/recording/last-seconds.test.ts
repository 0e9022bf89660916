import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../library/testing/fixtures.ts'
import { decodedTracks, pitchOf } from './testing/decoded-tracks.ts'
import { lastSeconds } from './last-seconds.ts'

it('the end of a recording is what all its tracks hold there', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'made.mka')
  const tone = (hertz: number) => [
    ...'-f lavfi -i'.split(' '),
    `aevalsrc='sin(2*PI*${hertz}*t)*gte(t,2)/2':s=48000:d=3`,
  ]
  const silence = [...'-f lavfi -i'.split(' '), 'anullsrc=r=48000:cl=mono:d=3']
  const words = '-map 0 -map 1 -t 3 -c:a flac -sample_fmt s16 -y'.split(' ')
  await promisify(execFile)('ffmpeg', ['-v', 'error', ...tone(440), ...silence, ...words, file])
  const track = { codec: 'flac', channels: 1, sampleRate: 48_000 }
  const wav = await lastSeconds(file, 1, {
    title: 'x',
    durationMs: 3_000,
    tracks: [
      { ...track, index: 0 },
      { ...track, index: 1 },
    ],
    signal: new AbortController().signal,
  })
  const end = path.join(folder, 'end.wav')
  await writeFile(end, wav)
  expect(wav.length).toBe(44 + 24_000 * 2)
  const [samples = new Int16Array()] = await decodedTracks(end, 1)
  expect(Math.round(pitchOf(samples))).toBeCloseTo(440, -1)
})
