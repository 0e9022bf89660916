import path from 'node:path'
import type { Box } from '#core/clips/clip-layout'
import { keptMs } from '#core/cut/kept-spans'
import { soundMetadata } from '../sound-file/sound-tags.ts'
import { inputFile, writeMedia } from '../write-media.ts'
import { captionsFilter, copyFonts, needsLibass } from './burn-captions.ts'
import { encoderWords } from './encoded-picture.ts'
import { runFfmpegOn } from './run-ffmpeg.ts'
import { type FilmCut, type WriteCutFilmOptions, writeSoundOnce } from './write-cut-film.ts'

/** A picture that does not move, over which captions are drawn. */
export interface StillPicture {
  readonly size: { readonly width: number; readonly height: number }
  /** `#rrggbb`. */
  readonly background: string
  /** A JPEG, cropped to its place; null: none. */
  readonly cover: {
    readonly jpeg: Uint8Array
    readonly box: Box
  } | null
  /** ASS. */
  readonly drawn: string
  /** Filters after it is drawn. */
  readonly after: readonly string[]
}

export const STILL_RATE = 30
/** Share of the time until the sound is made. */
const SOUND_MADE = 0.3

/**
 * Writes what is kept of a recording's sound as a film (MP4) with a still picture. Nothing is left at `output` if it fails.
 * Throws `output.is-input`, `ffmpeg.no-libass`, `video.failed`, `ffmpeg.failed`, `media.stalled`, `job.cancelled`, and those of
 * the disk.
 */
export async function writeStillFilm(
  still: StillPicture,
  cut: FilmCut,
  { output, onProgress, ...run }: WriteCutFilmOptions,
): Promise<void> {
  await needsLibass()
  const { file } = cut.source
  const seconds = keptMs(cut.kept) / 1_000
  const metadata = soundMetadata('m4a', { ...cut.tags, more: {} }, keptMs(cut.kept))
  const { cover } = still
  const files = [still.drawn, metadata, ...(cover === null ? [] : [cover.jpeg])]
  // A still picture takes little; the sound is written twice.
  const needed = Math.round(seconds * 400_000)
  const part = (from: number, to: number) => ({
    ...run,
    onProgress: (fraction: number): void => onProgress?.(from + (to - from) * fraction),
  })
  await writeMedia(file, files, { ...run, output }, needed, async (made, work) => {
    const sound = await writeSoundOnce(cut, work, part(0, SOUND_MADE))
    await copyFonts(work)
    const { width, height } = still.size
    const color = `color=c=0x${still.background.slice(1)}:s=${width}x${height}:r=${STILL_RATE}:d=${seconds.toFixed(3)}`
    const filters = [captionsFilter, ...still.after].join(',')
    const graph = cover === null ? `[0:v]${filters}[v]` : `${coverGraph(cover.box)},${filters}[v]`
    const inputs = [
      ['-f', 'lavfi', '-i', color],
      ['-i', sound],
      ['-f', 'ffmetadata', '-i', inputFile(1)],
      cover === null ? [] : ['-f', 'jpeg_pipe', '-i', inputFile(2)],
    ]
    const chosen = [
      ['-filter_complex', graph, '-map', '[v]', '-map', '1:a:0'],
      ['-map_metadata', '2', '-map_chapters', '-1'],
    ]
    const encoded = ['-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart', '-f', 'mp4', '-y', made]
    const words = [...inputs.flat(), ...chosen.flat(), ...(await encoderWords()), ...encoded]
    const whole = {
      path: file.path,
      fileName: file.fileName,
      bytes: 0,
      durationSeconds: seconds,
      startSeconds: 0,
      container: '',
      streams: [],
      picture: null,
    }
    await runFfmpegOn(whole, words, { work, output: path.dirname(output) }, 'mp4', part(SOUND_MADE, 1))
  })
}

/** Lays the cover, the fourth input, over the background. */
function coverGraph({ x, y, width, height }: Box): string {
  const size = `${width}:${height}`
  return `[3:v]scale=${size}:force_original_aspect_ratio=increase,crop=${size},setsar=1[c];[0:v][c]overlay=${x}:${y}`
}
