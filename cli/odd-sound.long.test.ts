import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats } from '#core/formats/formats'
import { lint } from '#core/transcript/lint'
import { transcriptWords } from '#core/transcript/transcript'
import { ffmpeg } from './testing/ffmpeg.ts'
import { makeSampleLibrary } from './testing/sample-library.ts'
import type { TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, mustExit } from './testing/run-parolo.ts'
import { conversationEn, oneVoiceEn, oneVoiceFr, spokenIn, twoVoicesEn } from './testing/speech.ts'

const LONG = 120_000

const SILENT = {
  silence: 'anullsrc=sample_rate=16000:duration=12',
  noise: 'anoisesrc=color=pink:amplitude=0.1:seed=3:duration=12',
  'a-chord': 'aevalsrc=0.2*sin(440*2*PI*t)+0.2*sin(554*2*PI*t)+0.2*sin(659*2*PI*t):duration=12',
  beeps: 'sine=frequency=600:beep_factor=4:duration=12',
} as const
const SHORT_SECONDS = [0.02, 0.3, 1] as const
const TIMED = {
  'a VBR MP3': ['times.mp3', 0],
  'a film whose sound starts at 1.5 s': ['late.mp4', 1500],
} as const
/** Length of the speech in those files. */
const TIMED_SECONDS = 10

let place: TestHome
/** Output of the batch's `--progress json`. */
let batchLines: ReturnType<typeof jsonLines>
beforeAll(async () => {
  place = await makeSampleLibrary()
  batchLines = await transcribed([...(await soundFiles()), oneVoiceEn, oneVoiceFr])
}, 2 * LONG)
afterAll(() => place.remove())

/** One batch: its engines start once for all files. */
async function transcribed(files: readonly string[], ...options: string[]): Promise<typeof batchLines> {
  const words = [
    'transcribe',
    ...files,
    '--quick',
    '--format',
    'json,srt,vtt,txt,rttm',
    '--overwrite',
    ...options,
  ]
  const result = await runInProcess([...words, '--progress', 'json'], place)
  mustExit(result, 0)
  return jsonLines(result.stderr)
}

/** The output for one file of the batch. */
async function written(file: string) {
  const name = path.join(place.folder, path.parse(file).name)
  const document = formats.json.read?.(await readFile(`${name}.parolo.json`, 'utf8')).document
  if (!document) throw new Error('no document')
  expect(lint(document.transcript, document.recording.durationMs)).toEqual([])
  const text = async (extension: string) => await readFile(`${name}.${extension}`, 'utf8')
  return { ...document, text }
}

async function transcriptOf(file: string, ...options: string[]) {
  await transcribed([file], ...options)
  return written(file)
}

/** Sound from ffmpeg's generators. */
async function generated(name: string, ...words: (string | string[])[]): Promise<string> {
  const file = path.join(place.root, `${name}.wav`)
  await ffmpeg(...words, '-ar', '16000', '-ac', '1', file)
  return file
}

/** All sounds of the tests below that run without options of their own. */
async function soundFiles(): Promise<string[]> {
  const files: string[] = []
  for (const [name, source] of Object.entries(SILENT)) {
    files.push(await generated(name, '-f', 'lavfi', '-i', source))
  }
  for (const seconds of SHORT_SECONDS) {
    files.push(await generated(`short-${seconds}`, '-ss', '1', '-t', String(seconds), '-i', oneVoiceEn))
  }
  files.push(
    await generated(
      'at-once',
      ['-t', '12', '-i', oneVoiceEn, '-t', '12', '-i', conversationEn],
      ['-filter_complex', '[0]adelay=4000[a];[1][a]amix=inputs=2:duration=longest:normalize=0'],
    ),
  )
  const [mp3, mp4] = ['times.mp3', 'late.mp4'].map((name) => path.join(place.root, name)) as [string, string]
  await ffmpeg(['-t', String(TIMED_SECONDS), '-i', oneVoiceEn], ['-c:a', 'libmp3lame', '-q:a', '5', mp3])
  await ffmpeg(
    ['-f', 'lavfi', '-i', `testsrc=size=64x48:rate=25:duration=${TIMED_SECONDS + 3}`, '-itsoffset', '1.5'],
    ['-t', String(TIMED_SECONDS), '-i', oneVoiceEn],
    ['-map', '0:v', '-map', '1:a', '-c:v', 'mpeg4', '-c:a', 'aac', mp4],
  )
  return [...files, mp3, mp4]
}

describe('sound in which nobody speaks', () => {
  it.each(Object.keys(SILENT))('%s: nobody, no word, and files that are valid', async (name) => {
    const { transcript, text } = await written(name)
    expect(transcript).toMatchObject({ paragraphs: [], turns: [], speakers: [] })
    expect(await text('srt')).toBe('')
    expect(await text('vtt')).toBe('WEBVTT\n')
    expect(await text('rttm')).toBe('')
    expect((await text('txt')).trim()).toBe('')
  })
})

describe('very short sound', () => {
  it.each(SHORT_SECONDS)('%s s of speech', async (seconds) => {
    const { transcript, recording } = await written(`short-${seconds}.wav`)
    expect(transcript.speakers.length).toBeLessThanOrEqual(1)
    expect(Math.abs(recording.durationMs - seconds * 1000)).toBeLessThan(30)
  })
})

describe('speakers', () => {
  it(
    'one voice is one speaker',
    async () => {
      const { transcript, text } = await written(oneVoiceEn)
      expect(transcript.speakers).toHaveLength(1)
      const count = (await text('rttm')).trimEnd().split('\n').length
      expect(count).toBeGreaterThan(1)
      // With one speaker the name may be left out, and it is never repeated for every cue.
      expect((await text('srt')).match(/Speaker 1/gu)?.length ?? 0).toBeLessThanOrEqual(1)
    },
    LONG,
  )

  it(
    'as many as are asked for: two on a short talk of two',
    async () => {
      const spoken = await spokenIn(twoVoicesEn)
      const { transcript } = await transcriptOf(twoVoicesEn, '--speakers', '2')
      expect(transcript.speakers).toHaveLength(2)
      const speakerAt = (startMs: number, endMs: number) =>
        transcript.paragraphs.find(({ words }) =>
          words.some((word) => word.startMs >= startMs - 200 && word.endMs <= endMs + 300),
        )?.speakerId
      const [first, second, third] = spoken.turns.map(({ startMs, endMs }) => speakerAt(startMs, endMs))
      expect(first).not.toBe(second)
      expect(third).toBe(first)
    },
    LONG,
  )

  it(
    'more than there are: no more than were asked for, and it ends well',
    async () => {
      const { transcript } = await transcriptOf(twoVoicesEn, '--speakers', '6')
      expect(transcript.speakers.length).toBeGreaterThanOrEqual(1)
      expect(transcript.speakers.length).toBeLessThanOrEqual(6)
    },
    LONG,
  )

  it(
    'two who speak at once are both in the turns',
    async () => {
      const { transcript } = await written('at-once')
      expect(transcript.speakers.length).toBeGreaterThanOrEqual(2)
      const overlaps = transcript.turns.filter((turn) =>
        transcript.turns.some(
          (other) =>
            other.speakerId !== turn.speakerId &&
            other.startMs < turn.endMs - 200 &&
            turn.startMs < other.endMs - 200,
        ),
      )
      expect(overlaps.length).toBeGreaterThan(0)
      expect(transcriptWords(transcript).length).toBeGreaterThan(10)
    },
    LONG,
  )
})

describe('the language', () => {
  it(
    'is found by a vote: French',
    async () => {
      const { transcript } = await written(oneVoiceFr)
      expect(transcript.language).toBe('fr')
      // The decodes for language detection are reused as the text of their chunks.
      const counts = batchLines.find(({ type, file }) => type === 'transcribed' && file === oneVoiceFr)
      expect(counts?.['decodesReused']).toBe(counts?.['decoded'])
      expect(transcript.paragraphs.every(({ language }) => language === 'fr')).toBe(true)
    },
    LONG,
  )

  it(
    'is the one asked for',
    async () => {
      const { transcript } = await transcriptOf(oneVoiceFr, '--language', 'fr')
      expect(transcript.language).toBe('fr')
    },
    LONG,
  )
})

describe('a film with two audio tracks', () => {
  it(
    '--track chooses, and a track that is not there is said',
    async () => {
      const film = path.join(place.root, 'film.mkv')
      await ffmpeg(
        [
          '-f',
          'lavfi',
          '-i',
          'testsrc=size=64x48:rate=5:duration=8',
          '-i',
          twoVoicesEn,
          '-t',
          '8',
          '-i',
          oneVoiceFr,
        ],
        ['-map', '0:v', '-map', '1:a', '-map', '2:a', '-c:v', 'ffv1', '-c:a', 'flac', film],
      )
      expect((await transcriptOf(film)).transcript.language).toBe('en')
      expect((await transcriptOf(film, '--track', '2')).transcript.language).toBe('fr')
      const none = await runInProcess(['transcribe', film, '--track', '3', '--quick', '--stdout'], place)
      expect(none.exitCode).toBe(1)
      expect(none.stderr).toMatch(/film\.mkv has 2 audio tracks; track 3 does not exist\. [^\n]*\n$/u)
    },
    LONG,
  )
})

describe('times of the transcript', () => {
  it.each(Object.entries(TIMED))(
    'of %s are those at which the words are said',
    async (_, [name, delayMs]) => {
      const { transcript } = await written(name)
      const spoken = await spokenIn(oneVoiceEn)
      const bare = (text: string) => text.toLowerCase().replace(/[^a-z]/gu, '')
      const heard = transcriptWords(transcript)
      const said = spoken.words.filter(({ endMs }) => endMs < (TIMED_SECONDS - 0.5) * 1000)
      const errors = said.flatMap(({ text, startMs }) => {
        const near = heard
          .filter((word) => bare(word.text) === bare(text))
          .map((word) => Math.abs(word.startMs - startMs - delayMs))
        return near.length > 0 ? [Math.min(...near)] : []
      })
      expect(said.length).toBeGreaterThan(15)
      expect(errors.length).toBeGreaterThan(said.length * 0.9)
      const sorted = errors.toSorted((a, b) => a - b)
      expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(150)
      expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(400)
    },
    LONG,
  )
})
