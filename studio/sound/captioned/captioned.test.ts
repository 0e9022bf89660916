import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { burnCaptions } from './burn-captions.ts'
import { type Film, readFilm } from './film.ts'
import { muxCaptions, type MuxOptions } from './mux-captions.ts'
import { findFfmpeg } from '../ffmpeg.ts'

const run = promisify(execFile)
const ffmpeg = (...words: (string | string[])[]) =>
  run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...words.flat()])
const lavfi = (source: string): string[] => ['-f', 'lavfi', '-i', source]

const WIDTH = 320
const HEIGHT = 180
const srt =
  '1\n00:00:01,000 --> 00:00:02,000\nÀ <i>demain</i>, là-bas.\n\n2\n00:00:03,000 --> 00:00:03,500\nTwo\n'
const ass = `[Script Info]
ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,64,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,96,96,54,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,What you see
`

let made: string
let folder: string
beforeAll(async () => {
  made = await mkdtemp(path.join(os.tmpdir(), 'parolo films-'))
  const both = [
    ...lavfi(`color=gray:size=${WIDTH}x${HEIGHT}:rate=10:duration=4`),
    ...lavfi('sine=duration=4'),
  ]
  await ffmpeg(both, ['-c:v', 'libx264', '-c:a', 'aac', path.join(made, 'film.mp4')])
  await ffmpeg(both, ['-c:v', 'libvpx', '-c:a', 'libopus', path.join(made, 'film.webm')])
  await ffmpeg(lavfi('sine=duration=4'), path.join(made, 'note.mp3'))
})
afterAll(() => rm(made, { recursive: true, force: true }))
beforeEach(async () => {
  // Characters that a filter or a pattern of names would read as its own.
  folder = await mkdtemp(path.join(os.tmpdir(), "parolo it's [a], 50% b;c-"))
  return () => rm(folder, { recursive: true, force: true })
})

interface Probed {
  readonly streams: readonly {
    readonly codec_type: string
    readonly codec_name: string
    readonly tags?: Readonly<Record<string, string>>
  }[]
  readonly format: { readonly duration: string }
}

async function probed(file: string): Promise<Probed> {
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-of',
    'json',
    '-show_streams',
    '-show_format',
    file,
  ])
  return JSON.parse(stdout) as Probed
}
const codecsOf = ({ streams }: Probed): string[] => streams.map(({ codec_name }) => codec_name)

/** The captions of a film, as SRT that ffmpeg reads from it. */
async function captionsOf(file: string): Promise<string> {
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:s:0', '-f', 'srt', '-'])
  return stdout
}

/** The gray picture at a time, row by row. */
async function pictureAt(file: string, seconds: number): Promise<Buffer> {
  const words = ['-v', 'error', '-i', file, '-ss', String(seconds), '-frames:v', '1', '-pix_fmt', 'gray']
  const { stdout } = await run('ffmpeg', [...words, '-f', 'rawvideo', '-'], { encoding: 'buffer' })
  return stdout
}

const film = (name: string): Promise<Film> => readFilm(path.join(made, name))
const still = new AbortController().signal
const muxed = (container: 'mp4' | 'mkv', more: Partial<MuxOptions> = {}): MuxOptions => ({
  container,
  language: 'fr',
  title: 'Français',
  output: path.join(folder, `film.captions.${container}`),
  signal: still,
  ...more,
})

describe('a captions track', () => {
  it.each([
    ['mp4', 'mov_text', 'fra'],
    ['mkv', 'subrip', 'fre'],
  ] as const)(
    'in %s is %s with language and title, beside the copied streams',
    async (container, codec, language) => {
      const fractions: number[] = []
      const options = muxed(container, { onProgress: (fraction) => fractions.push(fraction) })
      expect(await muxCaptions(await film('film.mp4'), srt, options)).toEqual([])
      const result = await probed(options.output)
      expect(codecsOf(result)).toEqual(['h264', 'aac', codec])
      expect(result.streams[2]?.tags).toMatchObject({ language })
      expect(Object.values(result.streams[2]?.tags ?? {})).toContain('Français')
      expect(Number(result.format.duration)).toBeCloseTo(4, 0)
      expect(await captionsOf(options.output)).toMatch(
        /^1\n00:00:01,0\d\d --> 00:00:02,0\d\d\nÀ <i>demain<\/i>, là-bas\.\n/u,
      )
      expect(fractions.at(-1)).toBe(1)
      expect(await readdir(folder)).toEqual([path.basename(options.output)])
      const hashes = await Promise.all(
        [path.join(made, 'film.mp4'), options.output].map((file) =>
          run('ffmpeg', [
            '-v',
            'error',
            '-i',
            file,
            '-map',
            '0:v',
            '-c',
            'copy',
            '-bsf:v',
            'h264_mp4toannexb',
            '-f',
            'md5',
            '-',
          ]),
        ),
      )
      expect(hashes[1]?.stdout).toBe(hashes[0]?.stdout)
    },
  )

  it('counts from the zero of a container that starts later, as players do', async () => {
    const late = path.join(folder, 'late.mkv')
    await ffmpeg('-i', path.join(made, 'film.mp4'), '-c', 'copy', '-output_ts_offset', '3', late)
    for (const container of ['mp4', 'mkv'] as const) {
      const options = muxed(container)
      await muxCaptions(await readFilm(late), srt, options)
      const { stdout } = await run('ffprobe', [
        '-v',
        'error',
        '-show_entries',
        'packet=pts_time',
        '-of',
        'csv=p=0',
        '-select_streams',
        's',
        options.output,
      ])
      expect(stdout.split('\n').map(Number)).toContain(1)
      expect((await readFilm(options.output)).startSeconds).toBeCloseTo(3, 1)
    }
  })

  it('goes beside captions that are there, which keep their text in another container', async () => {
    const first = muxed('mkv', { language: 'en', title: 'English' })
    await muxCaptions(await film('film.mp4'), srt, first)
    const second = muxed('mp4')
    await muxCaptions(await readFilm(first.output), srt, second)
    const { streams } = await probed(second.output)
    expect(streams.map(({ codec_name, tags }) => [codec_name, tags?.['language']]).slice(2)).toEqual([
      ['mov_text', 'eng'],
      ['mov_text', 'fra'],
    ])
  })

  it('is added to sound alone', async () => {
    for (const container of ['mp4', 'mkv'] as const) {
      const options = muxed(container)
      await muxCaptions(await film('note.mp3'), srt, options)
      expect(codecsOf(await probed(options.output))).toEqual([
        'mp3',
        container === 'mp4' ? 'mov_text' : 'subrip',
      ])
    }
  })

  it('is refused where the container cannot hold the film, and it says which can', async () => {
    const refused = muxCaptions(await film('film.webm'), srt, muxed('mp4'))
    await expect(refused).rejects.toMatchObject({
      code: 'video.container',
      values: { file: 'film.webm', container: 'mp4', codec: 'vp8' },
    })
    expect(await readdir(folder)).toEqual([])
    await muxCaptions(await film('film.webm'), srt, muxed('mkv'))
    expect(codecsOf(await probed(muxed('mkv').output))).toEqual(['vp8', 'opus', 'subrip'])
  })

  it('never replaces the film itself', async () => {
    const own = path.join(folder, 'film.mp4')
    await copyFile(path.join(made, 'film.mp4'), own)
    const refused = muxCaptions(await readFilm(own), srt, muxed('mp4', { output: own }))
    await expect(refused).rejects.toMatchObject({ code: 'output.is-input' })
    expect(await readFile(own)).toEqual(await readFile(path.join(made, 'film.mp4')))
  })
})

describe('captions in the picture', () => {
  const output = (): string => path.join(folder, 'film.burned.mp4')

  it('are seen at their time in its lower third, and change nothing above', async () => {
    const fractions: number[] = []
    const options = {
      output: output(),
      signal: still,
      onProgress: (fraction: number) => fractions.push(fraction),
    }
    await burnCaptions(await film('film.mp4'), ass, options)
    const result = await probed(output())
    expect(codecsOf(result)).toEqual(['h264', 'aac'])
    expect(Number(result.format.duration)).toBeCloseTo(4, 0)
    expect(fractions.at(-1)).toBe(1)
    const [before, during] = [await pictureAt(output(), 0.5), await pictureAt(output(), 1.5)]
    const original = await pictureAt(path.join(made, 'film.mp4'), 1.5)
    expect(during).toHaveLength(WIDTH * HEIGHT)
    const changed = (picture: Buffer, from: number, to: number): number => {
      const pixels = [...picture.subarray(from * WIDTH, to * WIDTH)]
      return pixels.filter((gray, index) => Math.abs(gray - (original[from * WIDTH + index] ?? 0)) > 40)
        .length
    }
    expect(changed(during, 120, HEIGHT)).toBeGreaterThan(200)
    expect(changed(during, 0, 120)).toBe(0)
    expect(changed(before, 0, HEIGHT)).toBe(0)
    expect(await readdir(folder)).toEqual(['film.burned.mp4'])
  })

  it('make AAC of sound that MP4 players do not take, and of an odd size an even one', async () => {
    const odd = path.join(folder, 'odd.mkv')
    const both = [...lavfi('color=gray:size=161x91:rate=10:duration=1'), ...lavfi('sine=duration=1')]
    await ffmpeg(both, ['-c:v', 'ffv1', '-c:a', 'libopus', odd])
    await burnCaptions(await readFilm(odd), ass, { output: output(), signal: still })
    expect(codecsOf(await probed(output()))).toEqual(['h264', 'aac'])
    expect((await readFilm(output())).picture).toEqual({ width: 160, height: 90 })
  })

  it('need a picture', async () => {
    const refused = burnCaptions(await film('note.mp3'), ass, { output: output(), signal: still })
    await expect(refused).rejects.toMatchObject({ code: 'video.no-picture' })
  })

  it('leave nothing once cancelled', async () => {
    const long = path.join(folder, 'long.mkv')
    await ffmpeg(lavfi('testsrc2=size=640x360:rate=25:duration=60'), ['-c:v', 'mpeg4', long])
    const controller = new AbortController()
    const onProgress = (): void => controller.abort()
    const burned = burnCaptions(await readFilm(long), ass, {
      output: output(),
      signal: controller.signal,
      onProgress,
    })
    await expect(burned).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await readdir(folder)).toEqual(['long.mkv'])
  })

  it('are a fault with what ffmpeg said where the film is none any more', async () => {
    const gone = path.join(folder, 'gone.mkv')
    await writeFile(gone, 'not a film')
    const broken = burnCaptions({ ...(await film('film.mp4')), path: gone }, ass, {
      output: output(),
      signal: still,
    })
    await expect(broken).rejects.toMatchObject({ code: 'video.failed', values: { file: 'film.mp4' } })
    expect(await readdir(folder)).toEqual(['gone.mkv'])
  })

  it.runIf(process.platform !== 'win32')(
    'say what ffmpeg lacks (left out on Windows: no such script)',
    async () => {
      const { ffmpeg: real, ffprobe } = await findFfmpeg()
      const bare = path.join(folder, 'ffmpeg')
      await writeFile(bare, `#!/bin/sh\nexec ${real} "$@" | grep -v ' ass '\n`, { mode: 0o755 })
      const script = `
      import { burnCaptions } from ${JSON.stringify(path.join(import.meta.dirname, 'burn-captions.ts'))}
      import { readFilm } from ${JSON.stringify(path.join(import.meta.dirname, 'film.ts'))}
      const film = await readFilm(${JSON.stringify(path.join(made, 'film.mp4'))})
      const options = { output: ${JSON.stringify(output())}, signal: new AbortController().signal }
      await burnCaptions(film, '', options).catch((error) => console.log(error.code))`
      const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', script], {
        env: { ...process.env, FFMPEG_PATH: bare, FFPROBE_PATH: ffprobe },
        cwd: path.join(import.meta.dirname, '../../..'),
      })
      expect(stdout).toBe('ffmpeg.no-libass\n')
    },
  )
})
