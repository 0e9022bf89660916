import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentCues } from '#core/formats/document-cues'
import type { DocumentWithExtras } from '#core/formats/format'
import type { FormatId } from '#core/formats/formats'
import { frameOn } from '#core/frames/frame-grid'
import { gridOfVideo } from '#core/frames/video-frames'
import type { Word } from '#core/transcript/transcript'
import { probe } from '../sound/probe.ts'
import { makeExport } from './make-export.ts'

const run = promisify(execFile)
const WIDTH = 128
const HEIGHT = 96
/** Each frame's number is in its top rows, a bit in 8 columns, so that it can be read back exactly. */
const BIT = 8
const NUMBER_BITS = 10

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo film-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function numberedFilm(name: string, rate: string): Promise<string> {
  const file = path.join(folder, name)
  const bits = `if(lt(Y\\,16)\\,255*mod(floor(N/pow(2\\,floor(X/${BIT})))\\,2)\\,0)`
  const picture = `color=black:s=${WIDTH}x${HEIGHT}:r=${rate}:d=8,format=gray,geq=lum='${bits}'`
  const sound = ['-f', 'lavfi', '-i', 'sine=d=8']
  const codecs = ['-c:v', 'png', '-c:a', 'pcm_s16le']
  await run('ffmpeg', ['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', picture, ...sound, ...codecs, file])
  return file
}

/** The numbers of the frames on which captions are seen, as libass draws them. */
async function captionedFrames(film: string, captions: string): Promise<number[]> {
  const filter = `subtitles=${path.basename(captions)}`
  const words = [
    '-v',
    'error',
    '-nostdin',
    '-i',
    film,
    '-vf',
    filter,
    '-an',
    '-pix_fmt',
    'gray',
    '-f',
    'rawvideo',
    '-',
  ]
  const { stdout } = await run('ffmpeg', words, { cwd: folder, encoding: 'buffer', maxBuffer: 100_000_000 })
  const size = WIDTH * HEIGHT
  const seen: number[] = []
  for (let from = 0; from < stdout.length; from += size) {
    const picture = stdout.subarray(from, from + size)
    let number = 0
    for (let bit = 0; bit < NUMBER_BITS; bit++)
      if ((picture[4 * WIDTH + bit * BIT + BIT / 2] ?? 0) > 128) number += 2 ** bit
    if (picture.subarray(24 * WIDTH).some((gray) => gray > 128)) seen.push(number)
  }
  return seen
}

/** Not at a whole ms where a frame begins: ffmpeg's filter counts in floating point and may be a ms early there. */
const word = (index: number, startMs: number, endMs: number): Word => ({
  id: `w.${index}`,
  before: index === 0 ? '' : ' ',
  text: 'Word.',
  startMs,
  endMs,
  confidence: null,
  origin: 'recognised',
})

async function documentOf(film: string): Promise<DocumentWithExtras> {
  const { frames } = await probe(film)
  if (frames === null) throw new Error('the film has no frames')
  return {
    recording: { title: 'Film', fileName: path.basename(film), durationMs: 8_000, sha256: '' },
    transcript: {
      id: 't',
      recordingId: 'r',
      language: 'en',
      run: { program: 'parolo', version: '0', models: [], settings: {} },
      speakers: [],
      turns: [],
      marks: [],
      frames,
      paragraphs: [
        {
          id: 'p',
          speakerId: null,
          language: 'en',
          kind: 'speech',
          words: [word(0, 343, 1_017), word(1, 3_001, 3_601), word(2, 5_803, 6_411)],
        },
      ],
    },
  }
}

describe.each([
  ['25', 'film-25.mov', 25, 1],
  ['24000/1001', 'film-23976.mov', 24_000, 1_001],
  ['30000/1001', 'film-2997.mov', 30_000, 1_001],
])('a film of %s frames a second with its frames’ numbers in the picture', (rate, name, frames, seconds) => {
  it('shows each exported caption from the frame of its In up to that of its Out', async () => {
    const film = await numberedFilm(name, rate)
    const document = await documentOf(film)
    const grid = document.transcript.frames === undefined ? null : gridOfVideo(document.transcript.frames)
    if (grid === null) throw new Error('the film has no grid')
    const cues = documentCues(document, { speakerLabel: String }, 'never')
    // Each begins in the frame in which its first word does.
    const firstFrames = [343, 3_001, 5_803].map((ms) => Math.floor((ms * frames) / (seconds * 1_000)))
    expect(cues.map(({ startMs }) => frameOn(startMs, grid))).toEqual(firstFrames)
    const expected = cues.flatMap(({ startMs, endMs }) => {
      const from = frameOn(startMs, grid)
      return Array.from({ length: frameOn(endMs, grid) - from }, (_, index) => from + index)
    })
    for (const format of ['srt', 'vtt', 'ass'] satisfies FormatId[]) {
      const file = path.join(folder, `${name}.${format}`)
      await writeFile(file, (await makeExport(document, format, {})).bytes)
      expect({ format, seen: await captionedFrames(film, file) }).toEqual({ format, seen: expected })
    }
  })
})
