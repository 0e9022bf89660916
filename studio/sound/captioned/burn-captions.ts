import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { Fault } from '#contracts/errors'
import { inputRestrictions } from '../demuxers.ts'
import { findFfmpeg } from '../ffmpeg.ts'
import { silenceFilters, silencesOf } from '../silence-filters.ts'
import type { Film, Picture } from './film.ts'
import { filmOfPart, inputPart } from './input-part.ts'
import { runFfmpegOn, type WriteFilmOptions } from './run-ffmpeg.ts'
import { captionsFile, withoutFacts, writeFilm } from './write-film.ts'

export interface BurnOptions extends WriteFilmOptions {
  /** An MP4 file. */
  readonly output: string
}

/** Sound that players of MP4 take as it is; all other is encoded as AAC. */
const COPIED_SOUND: ReadonlySet<string> = new Set(['aac', 'ac3', 'alac', 'eac3', 'mp3'])
/** In order of preference; encoders that need certain hardware only where every such system has it. */
const ENCODERS: readonly (readonly [name: string, ...words: string[]])[] = [
  ['libx264', '-crf', '20', '-preset', 'veryfast'],
  ['h264_videotoolbox', '-q:v', '60'],
  ['libopenh264', '-b:v', '6M'],
  ['h264_mf', '-rate_control', 'quality', '-quality', '75'],
  ['mpeg4', '-q:v', '3'],
]
const even = (size: number): number => Math.max(2, size - (size % 2))

/**
 * Writes a film whose pictures show the captions (ASS), as MP4.
 * Throws `video.no-picture`, `ffmpeg.no-libass`, `output.is-input`, `video.failed`, `media.stalled`, `job.cancelled`,
 * and those of the disk.
 */
export async function burnCaptions(film: Film, ass: string, options: BurnOptions): Promise<void> {
  if (film.picture === null) throw new Fault('video.no-picture', { file: film.fileName })
  if (!(await ffmpegHas('filters', 'ass'))) throw new Fault('ffmpeg.no-libass')
  const encoder = await bestEncoder()
  const sound = film.streams.filter(({ kind }) => kind === 'audio')
  const { output, part, silences = [] } = options
  const filters = silenceFilters(silencesOf(silences, part))
  const isSilent = filters.length > 0
  const input = [...inputRestrictions, '-max_error_rate', '1', ...inputPart(film, part), '-i', film.path]
  const mapped = ['-map', '0:V:0', ...sound.flatMap(({ index }) => ['-map', `0:${index}`]), '-sn', '-dn']
  const picture = [
    '-vf',
    `${sizeFilter(film.picture)},ass=${captionsFile(0)}`,
    '-c:v',
    ...encoder,
    '-pix_fmt',
    'yuv420p',
  ]
  const soundWords = sound.flatMap(({ codec }, index) =>
    COPIED_SOUND.has(codec) && !isSilent
      ? [`-c:a:${index}`, 'copy']
      : [`-c:a:${index}`, 'aac', `-b:a:${index}`, '192k'],
  )
  const redacted = isSilent ? ['-af', filters.join(','), ...withoutFacts] : []
  const written = [...redacted, '-movflags', '+faststart', '-f', 'mp4', '-y']
  await writeFilm(film, [ass], output, 0, (file, work) => {
    const words = [...input, ...mapped, ...picture, ...soundWords, ...written, file]
    return runFfmpegOn(filmOfPart(film, part), words, { work, output: path.dirname(output) }, 'mp4', options)
  })
}

/** Encoders of H.264 need even sizes; letters are drawn on square pixels, so that players do not stretch them. */
function sizeFilter({ width, height, hasSquarePixels }: Picture): string {
  if (hasSquarePixels) return 'crop=trunc(iw/2)*2:trunc(ih/2)*2'
  return `scale=${even(width)}:${even(height)},setsar=1`
}

async function bestEncoder(): Promise<readonly string[]> {
  for (const encoder of ENCODERS) if (await ffmpegHas('encoders', encoder[0])) return encoder
  throw new Fault('video.no-encoder')
}

/** Whether the installed ffmpeg was built with a filter or an encoder, by its own list. */
async function ffmpegHas(list: 'filters' | 'encoders', name: string): Promise<boolean> {
  const { ffmpeg } = await findFfmpeg()
  const { stdout } = await promisify(execFile)(ffmpeg, ['-hide_banner', '-v', 'error', `-${list}`])
  return stdout.split('\n').some((line) => line.trim().split(/\s+/u)[1] === name)
}
