import { expect, it } from 'vitest'
import { presets } from '#core/captions/presets/presets'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { DocumentWithExtras } from '#core/formats/format'
import { readSrt } from '#core/formats/small-captions/srt-reader'
import { trimmedDocument } from '#core/trim/trimmed-document'
import type { Mark } from '#core/transcript/marks/mark'
import { probed, run, useFilms } from '../sound/captioned/testing/films.ts'
import { cutOfPart } from './testing/cut-of-part.ts'
import { makeCaptionedVideo, type VideoChoices } from './captioned-video.ts'

const { madeFile, fileOf } = useFilms()

/** A caption with a translation, and one without. */
function translated(): DocumentWithExtras {
  const { document } = readSrt(
    '1\n00:00:01,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:03,000 --> 00:00:04,000\nWhere is it?\n',
  )
  const [paragraph] = document.transcript.paragraphs
  const [first] = paragraph?.words ?? []
  const last = paragraph?.words.at(-1)
  const mark: Mark = {
    id: 'm',
    kind: 'translation',
    fromWordId: first?.id ?? '',
    toWordId: last?.id ?? '',
    value: { language: 'fr', text: 'Bonjour.' },
  }
  const transcript = { ...document.transcript, language: 'en', marks: [...document.transcript.marks, mark] }
  return { ...document, transcript }
}

/** The caption tracks of the resulting film: language, and whether it is shown by default. */
async function tracksOf(id: 'mp4' | 'mkv', choices: VideoChoices) {
  const files = { media: madeFile('film.mp4'), output: fileOf(`film.${id}`) }
  const signal = new AbortController().signal
  const { losses } = await makeCaptionedVideo(translated(), id, files, choices, { signal })
  const { streams } = await probed(files.output)
  const captions = streams.filter(({ codec_type }) => codec_type === 'subtitle')
  return {
    losses,
    tracks: captions.map(({ tags, disposition }) => [tags?.['language'], disposition.default]),
    output: files.output,
  }
}

const UNTRANSLATED = { code: 'untranslated', count: 1 }

it('has the captions of the second language, and says that they are in it', async () => {
  const { losses, tracks } = await tracksOf('mp4', { translation: 'fr' })
  expect(losses).toEqual([UNTRANSLATED])
  expect(tracks).toEqual([['fra', 1]])
})

it('has a track of each language, and tells only what the translation lacks', async () => {
  for (const [id, code] of [
    ['mp4', 'fra'],
    ['mkv', 'fre'],
  ] as const) {
    const { losses, tracks, output } = await tracksOf(id, { allLanguages: true })
    expect(losses).toEqual([UNTRANSLATED])
    expect(tracks).toEqual([
      ['eng', 1],
      [code, 0],
    ])
    const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', output, '-map', '0:s:1', '-f', 'srt', '-'])
    expect(stdout).toContain('Bonjour.')
  }
  const { losses } = await tracksOf('mkv', {})
  expect(losses).toContainEqual({ code: 'translations', count: 1 })
})

it.each(['mp4', 'mkv', 'burn'] as const)('%s of a trimmed recording is its kept part alone', async (id) => {
  const part = { startMs: 2_000, endMs: 4_000 }
  const output = fileOf(`part-${id}.${id === 'mkv' ? 'mkv' : 'mp4'}`)
  const files = { media: madeFile('film.mp4'), output }
  const whole = Number((await probed(files.media)).format.duration)
  expect(whole).toBeGreaterThan(3.9)
  const document = trimmedDocument(translated(), part)
  const cut = await cutOfPart(files.media, document, fileOf('films'))
  await makeCaptionedVideo(document, id, files, {}, { signal: new AbortController().signal, cut })
  expect(Number((await probed(output)).format.duration)).toBeLessThan(whole - 1)
  // Not even packets that players would skip.
  const packets = ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', output]
  const times = (await run('ffprobe', packets)).stdout
    .split('\n')
    .map(Number.parseFloat)
    .filter(Number.isFinite)
  expect(Math.min(...times)).toBeGreaterThan(-0.1)
  expect(Math.max(...times)).toBeLessThan(2.2)
  if (id === 'burn') return
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', output, '-map', '0:s:0', '-f', 'srt', '-'])
  expect(stdout).toMatch(/00:00:01,0\d\d --> 00:00:02,0\d\d\r?\nWhere is it\?/u)
  expect(stdout).not.toContain('Hello')
})

it('draws captions with an outline, or on a box if that is asked', async () => {
  const signal = new AbortController().signal
  const dark = async (captionBox: boolean): Promise<number> => {
    const output = fileOf(`box-${captionBox}.mp4`)
    const files = { media: madeFile('film.mp4'), output }
    await makeCaptionedVideo(translated(), 'burn', files, { output: { captionBox } }, { signal })
    const frame = ['-frames:v', '1', '-pix_fmt', 'gray', '-f', 'rawvideo', '-']
    const { stdout } = await run('ffmpeg', ['-v', 'error', '-ss', '1.5', '-i', output, ...frame], {
      encoding: 'buffer',
    })
    return [...stdout].filter((gray) => gray < 60).length
  }
  const outline = await dark(false)
  expect(outline).toBeGreaterThan(0)
  expect(await dark(true)).toBeGreaterThan(2 * outline)
})

it('breaks the lines of each language by its own rules', async () => {
  const narrow: CaptionRules = { ...presets.netflix.rulesFor('fr'), maxCharactersPerLine: 5 }
  const asked: string[] = []
  const rulesIn = (language: string): CaptionRules => {
    asked.push(language)
    return narrow
  }
  await tracksOf('mkv', { allLanguages: true, rulesIn })
  expect(asked).toEqual(['fr'])
})
