import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { KeptSpans } from '#core/cut/kept-spans'
import { gridOfVideo } from '#core/frames/video-frames'
import { readSoundSource } from '../sound-file/sound-source.ts'
import { noTags } from '../sound-file/testing/sound-files.ts'
import { readFilm } from './film.ts'
import {
  countedFilm,
  drawnPictures,
  heardSamples,
  heardSecond,
  shownNumbers,
  SOUND_RATE,
} from './testing/counted-film.ts'
import { codecsOf, ffmpeg, probed, run, useFilms } from './testing/films.ts'
import { type FilmCaptions, type FilmCut, writeCutFilm } from './write-cut-film.ts'

const { fileOf, folder } = useFilms()
const srt = '1\n00:00:01,000 --> 00:00:02,000\nHello there.\n'
const tracks = [{ srt, language: 'en', title: 'English' }]
const { signal } = new AbortController()

/** The frames [from, to) are kept. */
async function cutOf(
  file: string,
  frames: readonly (readonly [from: number, to: number])[],
  given: Partial<FilmCut> = {},
): Promise<FilmCut> {
  const source = await readSoundSource(file, 0)
  const grid = source.file.frames === null ? null : gridOfVideo(source.file.frames)
  const { numerator, denominator, firstUs } = grid ?? { numerator: 10, denominator: 1, firstUs: 0 }
  const lengthSamples = Math.round((source.file.durationSeconds ?? 0) * SOUND_RATE)
  const sampleOf = (frame: number): number =>
    frame === 0 ? 0 : Math.round((firstUs / 1e6 + (frame * denominator) / numerator) * SOUND_RATE)
  const kept: KeptSpans = {
    rate: SOUND_RATE,
    lengthSamples,
    spans: frames.map(([from, to]) => ({
      startSample: sampleOf(from),
      endSample: Math.min(lengthSamples, sampleOf(to)),
    })),
    ...(grid === null ? {} : { frames: grid }),
  }
  return {
    kept,
    silences: [],
    source,
    tags: noTags,
    folder: path.join(folder(), 'pieces'),
    ...given,
  }
}

async function written(
  file: string,
  cut: FilmCut,
  captions: FilmCaptions = { container: 'mp4', tracks },
): Promise<string> {
  const output = fileOf(`cut.${captions.container}`)
  await writeCutFilm(await readFilm(file), captions, cut, { signal, output })
  return output
}

const numbersIn = (frames: readonly (readonly [number, number])[]): number[] =>
  frames.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at))

describe('the film of a cut', () => {
  const frames = [
    [0, 60],
    [150, 210],
    [211, 212],
    [240, 330],
  ] as const

  it.each([
    ['mp4', '30', []],
    ['mkv', '30000/1001', []],
    ['mp4', '30', ['-bf', '2', '-g', '250', '-output_ts_offset', '0.25']],
  ] as const)(
    'as %s, of %s frames a second %j, has the frames and the sound of the kept spans',
    async (container, rate, words) => {
      const file = fileOf('film.mp4')
      await countedFilm(file, { rate, seconds: 12, words: [...words] })
      const output = await written(file, await cutOf(file, frames), { container, tracks })
      // The first picture is shown until the next, 7 frames later, as in the original.
      const before = words.length > 0 ? Array.from({ length: 7 }, () => 0) : []
      expect(await shownNumbers(output)).toEqual([...before, ...numbersIn(frames)])
      const heard = await heardSamples(output)
      const offset = words.length > 0 ? 0.25 : 0
      expect(Math.abs(heard.length / SOUND_RATE - 211 / 30 - offset)).toBeLessThan(0.05)
      expect(heardSecond(heard, (0.5 + offset) * SOUND_RATE)).toBe(0)
      expect(heardSecond(heard, (2.5 + offset) * SOUND_RATE)).toBe(5)
      expect(heardSecond(heard, (4.5 + 1 / 30 + offset) * SOUND_RATE)).toBe(8)
      expect(codecsOf(await probed(output))).toEqual([
        'h264',
        'aac',
        container === 'mp4' ? 'mov_text' : 'subrip',
      ])
      expect((await readdir(path.join(folder(), 'pieces'))).length).toBe(0)
    },
  )

  it('goes on from the pieces that a killed program finished, and makes its sound once', async () => {
    const file = fileOf('film.mp4')
    await countedFilm(file, { rate: '10', seconds: 130 })
    const kept = [
      [0, 700],
      [710, 1_290],
    ] as const
    const cut = await cutOf(file, kept)
    const stop = new AbortController()
    const output = fileOf('cut.mp4')
    const film = await readFilm(file)
    const captions = { container: 'mp4', tracks } as const
    const stopped = writeCutFilm(film, captions, cut, {
      signal: stop.signal,
      output,
      onProgress: (fraction) => {
        if (fraction > 0.6) stop.abort()
      },
    })
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
    expect((await readdir(folder())).toSorted()).toEqual(['film.mp4', 'pieces'])
    const [name = ''] = await readdir(path.join(folder(), 'pieces'))
    const pieces = path.join(folder(), 'pieces', name)
    expect((await readdir(pieces)).toSorted()).toEqual(['00001.mp4', 'sound-1.flac'])
    expect(Number((await probed(path.join(pieces, '00001.mp4'))).format.duration)).toBeGreaterThan(59)
    // As after a power failure.
    await writeFile(path.join(pieces, '00002.mp4'), '')
    const fractions: number[] = []
    await writeCutFilm(film, captions, cut, {
      signal,
      output,
      onProgress: (fraction) => fractions.push(fraction),
    })
    // Sound and first piece are there.
    expect(fractions[0]).toBeGreaterThan(0.4)
    expect(fractions.toSorted((a, b) => a - b)).toEqual(fractions)
    expect(await shownNumbers(output)).toEqual(numbersIn(kept))
    expect(await readdir(path.join(folder(), 'pieces'))).toEqual([])
  })

  it('is whole from each of two programs that make it at once for the same file', async () => {
    const file = fileOf('film.mp4')
    await countedFilm(file, { rate: '10', seconds: 4 })
    const kept = [
      [0, 10],
      [20, 40],
    ] as const
    const cut = await cutOf(file, kept)
    const [output] = await Promise.all([written(file, cut), written(file, cut)])
    expect(await shownNumbers(output)).toEqual(numbersIn(kept))
    expect(await readdir(path.join(folder(), 'pieces'))).toEqual([])
    expect((await readdir(folder())).toSorted()).toEqual(['cut.mp4', 'film.mp4', 'pieces'])
  })

  it('is silent where words are redacted, and shows captions of the cut if they are burned', async () => {
    const file = fileOf('film.mp4')
    await countedFilm(file, { rate: '10', seconds: 6 })
    const kept = [
      [10, 30],
      [40, 60],
    ] as const
    const cut = await cutOf(file, kept, { silences: [{ startMs: 4_000, endMs: 5_000 }] })
    const burned = `[Script Info]
ScriptType: v4.00+
PlayResX: 192
PlayResY: 96
[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Alignment
Style: Default,Sans,30,&H00FFFFFF,5
[Events]
Format: Layer, Start, End, Style, Text
Dialogue: 0,0:00:02.10,0:00:03.00,Default,HHH
`
    const output = await written(file, cut, { container: 'mp4', burned })
    expect(await shownNumbers(output)).toEqual(numbersIn(kept))
    const drawn = (await drawnPictures(output)).flatMap((isDrawn, frame) => (isDrawn ? [frame] : []))
    expect(drawn).toEqual(numbersIn([[21, 30]]))
    const heard = await heardSamples(output)
    const seconds = [0.5, 1.5, 2.5, 3.5].map((at) => heardSecond(heard, at * SOUND_RATE))
    expect(seconds).toEqual([1, 2, null, 5])
  })

  it.each(['mp4', 'mkv'] as const)(
    'has no names of streams where words are redacted: %s',
    async (container) => {
      const file = fileOf('film.mp4')
      const named = ['-metadata:s:v', 'handler_name=Camera of Nora', '-metadata:s:v', 'title=Nora']
      await countedFilm(file, { rate: '10', seconds: 4, words: named })
      const silences = [{ startMs: 500, endMs: 700 }]
      const cut = await cutOf(file, [[0, 20]], { silences })
      const output = await written(file, cut, { container, tracks })
      expect(JSON.stringify(await probed(output))).not.toContain('Nora')
      expect((await probed(output)).streams.at(-1)?.tags).toMatchObject({ language: 'eng' })
    },
  )

  it('has all sound tracks, cut alike, with their languages', async () => {
    const [single, file] = [fileOf('single.mp4'), fileOf('film.mp4')]
    await countedFilm(single, { rate: '10', seconds: 8 })
    // The other track is three seconds late.
    const late = [
      '-filter_complex',
      '[0:a]adelay=3000,atrim=end=8[late]',
      '-map',
      '0:v',
      '-map',
      '0:a',
      '-map',
    ]
    const named = ['-c:v', 'copy', '-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=fra']
    await ffmpeg(['-i', single], [...late, '[late]', ...named], file)
    const sounds = [await readSoundSource(file, 0), await readSoundSource(file, 1)]
    const kept = [
      [0, 20],
      [50, 80],
    ] as const
    const output = await written(file, await cutOf(file, kept, { sounds }), { container: 'mkv', tracks })
    const [first, second] = [await heardSamples(output, 0), await heardSamples(output, 1)]
    const heard = (samples: Float32Array) =>
      [0.5, 2.5, 4.5].map((at) => heardSecond(samples, at * SOUND_RATE))
    expect(heard(first)).toEqual([0, 5, 7])
    expect(heard(second)).toEqual([null, 2, 4])
    const { streams } = await probed(output)
    const languages = streams
      .filter(({ codec_name }) => codec_name === 'aac')
      .map(({ tags }) => tags?.language)
    expect(languages).toEqual(['eng', 'fra'])
  })

  it('of a varying rate has the picture that was shown beside its sound', async () => {
    const file = fileOf('film.mp4')
    const words = ['-fps_mode', 'vfr', '-vf', `select='lt(n,30)+not(mod(n,15))'`]
    await countedFilm(file, { rate: '30', seconds: 6, words })
    const { source } = await cutOf(file, [])
    expect(source.file.frames?.isVariable).toBe(true)
    const second = (from: number, to: number) => ({
      startSample: from * SOUND_RATE,
      endSample: to * SOUND_RATE,
    })
    const kept = {
      rate: SOUND_RATE,
      lengthSamples: 6 * SOUND_RATE,
      spans: [second(0.5, 1), second(3.2, 4.2)],
    }
    const output = await written(file, await cutOf(file, [], { kept }))
    const shown = await shownNumbers(output)
    expect(shown.slice(0, 15)).toEqual(numbersIn([[15, 30]]))
    expect([...new Set(shown.slice(15))]).toEqual([90, 105, 120])
    expect(shown.indexOf(105) - shown.indexOf(90)).toBeCloseTo(9, -1)
    expect(shown).toHaveLength(45)
  })

  it('holds the last picture where the picture ends before the sound, or has a gap', async () => {
    const file = fileOf('film.mp4')
    const words = ['-fps_mode', 'vfr', '-vf', `select='lt(n,20)+between(n,25,39)'`]
    await countedFilm(file, { rate: '10', seconds: 8, words })
    const grid = { numerator: 10, denominator: 1, nominal: 10, drops: false, firstUs: 0 }
    const second = (from: number, to: number) => ({
      startSample: from * SOUND_RATE,
      endSample: to * SOUND_RATE,
    })
    const spans = [second(1.5, 3), second(5, 6)]
    const kept = { rate: SOUND_RATE, lengthSamples: 8 * SOUND_RATE, spans, frames: grid }
    const output = await written(file, { ...(await cutOf(file, [])), kept })
    const held = (number: number, count: number): number[] => Array.from({ length: count }, () => number)
    expect(await shownNumbers(output)).toEqual([
      ...numbersIn([[15, 20]]),
      ...held(19, 5),
      ...numbersIn([[25, 30]]),
      ...held(39, 10),
    ])
  })

  it('leaves what was at its place if the disk is full, and no half file', async () => {
    const file = fileOf('film.mp4')
    await countedFilm(file, { rate: '10', seconds: 2 })
    const cut = await cutOf(file, [[5, 15]], { folder: '/dev/full/pieces' })
    await expect(written(file, cut)).rejects.toMatchObject({
      code: expect.stringMatching(/^disk\./u) as string,
    })
    expect(await readdir(folder())).toEqual(['film.mp4'])
  })

  it('of sound alone has the sound and the captions', async () => {
    const file = fileOf('note.wav')
    await ffmpeg(['-f', 'lavfi', '-i', `sine=sample_rate=${SOUND_RATE}:duration=4`], file)
    const cut = await cutOf(file, [
      [0, 10],
      [20, 30],
    ])
    const output = await written(file, cut, { container: 'mkv', tracks })
    expect(codecsOf(await probed(output))).toEqual(['aac', 'subrip'])
    const packets = ['-v', 'error', '-select_streams', 's', '-show_entries', 'packet=pts_time,duration_time']
    const { stdout } = await run('ffprobe', [...packets, '-of', 'csv=p=0', output])
    expect(stdout.trim()).toBe('1.000000,1.000000')
    const gone = writeCutFilm(await readFilm(file), { container: 'mp4', burned: 'x' }, cut, {
      signal,
      output,
    })
    await expect(gone).rejects.toMatchObject({ code: 'video.no-picture' })
  })
})
