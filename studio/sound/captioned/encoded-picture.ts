import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Fault } from '#contracts/errors'
import { findFfmpeg } from '../ffmpeg.ts'
import type { Picture } from './film.ts'

/** In order of preference; encoders for specific hardware only on systems where it is always present. */
const ENCODERS: readonly (readonly [name: string, ...words: string[]])[] = [
  ['libx264', '-crf', '20', '-preset', 'veryfast'],
  ['h264_videotoolbox', '-q:v', '60'],
  ['libopenh264', '-b:v', '6M'],
  ['h264_mf', '-rate_control', 'quality', '-quality', '75'],
  ['mpeg4', '-q:v', '3'],
]
const even = (size: number): number => Math.max(2, size - (size % 2))

/**
 * Arguments that encode the first picture stream as H.264, after further filters; `before`: those that choose pictures.
 * Throws `video.no-encoder`.
 */
export async function encodedPicture(
  picture: Picture,
  filters: readonly string[] = [],
  before: readonly string[] = [],
): Promise<readonly string[]> {
  const filter = [...before, sizeFilter(picture), ...filters].join(',')
  return ['-filter:v:0', filter, ...(await encoderWords())]
}

/** Arguments that encode the first picture stream as H.264. Throws `video.no-encoder`. */
export async function encoderWords(): Promise<readonly string[]> {
  const [name, ...words] = await bestEncoder()
  const named = words.map((word) => (/^-[a-z]/u.test(word) ? `${word}:v:0` : word))
  return ['-c:v:0', name, ...named, '-pix_fmt:v:0', 'yuv420p']
}

/**
 * H.264 encoders need even sizes; letters are drawn on square pixels, so that players do not stretch them.
 */
function sizeFilter(picture: Picture): string {
  if (picture.hasSquarePixels) return 'crop=trunc(iw/2)*2:trunc(ih/2)*2'
  const { width, height } = encodedSize(picture)
  return `scale=${width}:${height},setsar=1`
}

/** Size of the encoded picture. */
export const encodedSize = ({
  width,
  height,
}: Picture): { readonly width: number; readonly height: number } => ({
  width: even(width),
  height: even(height),
})

async function bestEncoder(): Promise<(typeof ENCODERS)[number]> {
  for (const encoder of ENCODERS) if (await ffmpegHas('encoders', encoder[0])) return encoder
  throw new Fault('video.no-encoder')
}

/** Whether the installed ffmpeg includes a filter or an encoder, according to its own list. */
export async function ffmpegHas(list: 'filters' | 'encoders', name: string): Promise<boolean> {
  const { ffmpeg } = await findFfmpeg()
  const { stdout } = await promisify(execFile)(ffmpeg, ['-hide_banner', '-v', 'error', `-${list}`])
  return stdout.split('\n').some((line) => line.trim().split(/\s+/u)[1] === name)
}
