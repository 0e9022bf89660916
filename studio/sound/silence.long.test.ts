import { readFile, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { burnCaptions } from './captioned/burn-captions.ts'
import { readFilm } from './captioned/film.ts'
import { muxCaptions } from './captioned/mux-captions.ts'
import { codecsOf, ffmpeg, lavfi, probed, run, useFilms } from './captioned/testing/films.ts'
import { probe } from './probe.ts'
import { silenceFilters, silencesOf } from './silence-filters.ts'
import { writeSmallSound } from './small-sound.ts'

const films = useFilms()
const { signal } = new AbortController()
const silences = [
  { startMs: 1_000, endMs: 2_000 },
  { startMs: 3_000, endMs: 3_400 },
]
const srt = '1\n00:00:01,000 --> 00:00:02,000\n[redacted]\n'

/** The loudest sample, 0–1, between two times in seconds. */
async function peak(file: string, from: number, to: number): Promise<number> {
  const words = ['-v', 'error', '-i', file, '-map', '0:a:0', '-ac', '1', '-ar', '16000', '-f', 's16le', '-']
  const { stdout } = await run('ffmpeg', words, { encoding: 'buffer' })
  let most = 0
  for (let at = Math.round(from * 16_000); at < to * 16_000; at += 1)
    most = Math.max(most, Math.abs(stdout.readInt16LE(at * 2)))
  return most / 32_768
}

/** Silent within the spans, except for a codec's smearing at their ends, and audible elsewhere. */
async function expectSilences(file: string): Promise<void> {
  for (const [from, to] of [
    [1.05, 1.95],
    [3.05, 3.35],
  ] as const) {
    expect([from, (await peak(file, from, to)) < 0.003]).toEqual([from, true])
  }
  for (const [from, to] of [
    [0.2, 0.9],
    [2.1, 2.9],
    [3.5, 3.8],
  ] as const)
    expect([from, (await peak(file, from, to)) > 0.05]).toEqual([from, true])
}

/** A film with a tone, whose title, chapter and captions contain the spoken words. */
async function tellingFilm(): Promise<string> {
  const file = films.fileOf('telling.mkv')
  const facts = films.fileOf('facts')
  const captions = films.fileOf('own.srt')
  await writeFile(
    facts,
    ';FFMETADATA1\ntitle=Zanzibar\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=4\ntitle=Zanzibar\n',
  )
  await writeFile(captions, '1\n00:00:01,000 --> 00:00:02,000\nZanzibar\n')
  const media = [...lavfi('testsrc=size=64x64:rate=10:duration=4'), ...lavfi('sine=frequency=440:duration=4')]
  await ffmpeg(
    media,
    ['-i', facts, '-i', captions, '-map_metadata', '2', '-map_chapters', '2'],
    ['-map', '0:v', '-map', '1:a', '-map', '3:s', '-c:v', 'mpeg4', '-c:a', 'flac', '-c:s', 'srt', file],
  )
  return file
}

it('the small sound of a page is silent where words are redacted, and as long as before', async () => {
  const source = await probe(await tellingFilm())
  const file = films.fileOf('small.webm')
  await writeSmallSound(source, file, { signal, silences })
  await expectSilences(file)
  expect(Number((await probed(file)).format.duration)).toBeCloseTo(4, 1)
})

it('the small sound of a part has nothing else, and counts from its start', async () => {
  const source = await probe(await tellingFilm())
  const file = films.fileOf('part.webm')
  await writeSmallSound(source, file, { signal, silences, part: { startMs: 500, endMs: 2_500 } })
  expect(Number((await probed(file)).format.duration)).toBeCloseTo(2, 1)
  expect(await peak(file, 0.55, 1.45)).toBeLessThan(0.003)
  expect(await peak(file, 1.6, 1.9)).toBeGreaterThan(0.05)
})

it.each(['mp4', 'mkv'] as const)(
  'a film in %s is silent there, and has nothing else of the source',
  async (container) => {
    const source = await readFilm(await tellingFilm())
    const output = films.fileOf(`film.captions.${container}`)
    const tracks = [{ srt, language: 'en', title: 'English' }]
    const leftOut = await muxCaptions(source, tracks, { container, output, signal, silences })
    expect(leftOut.map(({ kind }) => kind)).toEqual(['subtitle'])
    await expectSilences(output)
    expect((await readFile(output)).includes('Zanzibar')).toBe(false)
    expect(codecsOf(await probed(output))).toHaveLength(3)
  },
)

it('so is a film with captions in the picture', async () => {
  const source = await readFilm(await tellingFilm())
  const output = films.fileOf('burned.mp4')
  const ass = '[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Text\n'
  await burnCaptions(source, ass, { output, signal, silences })
  await expectSilences(output)
  expect(codecsOf(await probed(output))).toEqual(['h264', 'aac'])
})

it('many spans are several filters, and a part counts from its start', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({ startMs: index * 10, endMs: index * 10 + 5 }))
  expect(silenceFilters(many)).toHaveLength(4)
  expect(silenceFilters([])).toEqual([])
  expect(silencesOf(silences, { startMs: 1_500, endMs: 9_000 })).toEqual([
    { startMs: 0, endMs: 500 },
    { startMs: 1_500, endMs: 1_900 },
  ])
})
