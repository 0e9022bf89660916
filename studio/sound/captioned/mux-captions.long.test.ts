import { copyFile, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Film, readFilm } from './film.ts'
import { type CaptionTrack, muxCaptions as muxTracks, type MuxOptions } from './mux-captions.ts'
import { codecsOf, ffmpeg, lavfi, probed, run, useFilms } from './testing/films.ts'

const srt =
  '1\n00:00:01,000 --> 00:00:02,000\nÀ <i>demain</i>, là-bas.\n\n2\n00:00:03,000 --> 00:00:03,500\nTwo\n'

const { film, madeFile, fileOf, folder } = useFilms()

/** The captions of a film, as SRT that ffmpeg reads from it. */
async function captionsOf(file: string): Promise<string> {
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:s:0', '-f', 'srt', '-'])
  return stdout
}

const still = new AbortController().signal
type OneTrack = MuxOptions & Omit<CaptionTrack, 'srt'>
const muxCaptions = (source: Film, text: string, { language, title, ...options }: OneTrack) =>
  muxTracks(source, [{ srt: text, language, title }], options)
const muxed = (container: 'mp4' | 'mkv', more: Partial<OneTrack> = {}): OneTrack => ({
  container,
  language: 'fr',
  title: 'Français',
  output: fileOf(`film.captions.${container}`),
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
      expect(await readdir(folder())).toEqual([path.basename(options.output)])
      const hashes = await Promise.all(
        [madeFile('film.mp4'), options.output].map((file) =>
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
    const late = fileOf('late.mkv')
    await ffmpeg('-i', madeFile('film.mp4'), '-c', 'copy', '-output_ts_offset', '3', late)
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

  it.each([
    ['mp4', ['eng', 'fra', 'deu']],
    ['mkv', ['eng', 'fre', 'ger']],
  ] as const)(
    'of each of several languages is in %s, the first shown by default',
    async (container, codes) => {
      const { output, signal } = muxed(container)
      const tracks = ['en', 'fr', 'de'].map((language) => ({
        srt: `1\n00:00:01,000 --> 00:00:02,000\nIn ${language}\n`,
        language,
        title: language,
      }))
      await muxTracks(await film('film.mp4'), tracks, { container, output, signal })
      const { streams } = await probed(output)
      const captions = streams.filter(({ codec_type }) => codec_type === 'subtitle')
      expect(captions.map(({ tags }) => tags?.['language'])).toEqual(codes)
      expect(captions.map(({ disposition }) => disposition.default)).toEqual([1, 0, 0])
      const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', output, '-map', '0:s:2', '-f', 'srt', '-'])
      expect(stdout).toContain('In de')
    },
  )

  it('leaves out former subtitles that the container has no place for, and tells it', async () => {
    // ffmpeg cannot write teletext to test with.
    const source = await readFilm(madeFile('film.mp4'))
    const streams = [...source.streams, { index: 9, kind: 'subtitle', codec: 'dvb_teletext' } as const]
    const leftOut = await muxCaptions({ ...source, streams }, srt, muxed('mp4'))
    expect(leftOut.map(({ codec }) => codec)).toEqual(['dvb_teletext'])
    expect(codecsOf(await probed(muxed('mp4').output))).toEqual(['h264', 'aac', 'mov_text'])
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

  it('keeps the time code and the cover of MP4; Matroska has no place for a cover, and that is reported', async () => {
    const timed = fileOf('timed.mov')
    await ffmpeg(['-i', madeFile('film.mp4')], ['-c', 'copy', '-timecode', '01:00:00:00', timed])
    expect(await muxCaptions(await readFilm(timed), srt, muxed('mp4'))).toEqual([])
    const cover = fileOf('cover.mp3')
    const picture = fileOf('cover.png')
    await ffmpeg(lavfi('color=red:size=64x64'), ['-frames:v', '1', picture])
    const inputs = ['-i', madeFile('note.mp3'), '-i', picture, '-map', '0', '-map', '1']
    await ffmpeg(inputs, ['-disposition:v', 'attached_pic', cover])
    expect(await muxCaptions(await readFilm(cover), srt, muxed('mp4'))).toEqual([])
    const leftOut = await muxCaptions(await readFilm(cover), srt, muxed('mkv'))
    expect(leftOut.map(({ kind }) => kind)).toEqual(['cover'])
  })

  it('is refused where the container cannot hold the film, and it says which can', async () => {
    const refused = muxCaptions(await film('film.webm'), srt, muxed('mp4'))
    await expect(refused).rejects.toMatchObject({
      code: 'video.container',
      values: { file: 'film.webm', container: 'mp4', codec: 'vp8' },
    })
    expect(await readdir(folder())).toEqual([])
    await muxCaptions(await film('film.webm'), srt, muxed('mkv'))
    expect(codecsOf(await probed(muxed('mkv').output))).toEqual(['vp8', 'opus', 'subrip'])
  })

  it('never replaces the film itself', async () => {
    const own = fileOf('film.mp4')
    await copyFile(madeFile('film.mp4'), own)
    const refused = muxCaptions(await readFilm(own), srt, muxed('mp4', { output: own }))
    await expect(refused).rejects.toMatchObject({ code: 'output.is-input' })
    expect(await readFile(own)).toEqual(await readFile(madeFile('film.mp4')))
  })
})
