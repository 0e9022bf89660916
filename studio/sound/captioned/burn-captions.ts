import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { captionFontFiles } from '#core/captions/look/caption-font'
import { Fault } from '#contracts/errors'
import { fontsFolder } from '../../processes/resources-folder.ts'
import { inputRestrictions } from '../demuxers.ts'
import { ownZero } from '../own-zero.ts'
import { silenceFilters, silencesOf } from '../silence-filters.ts'
import { encodedPicture, ffmpegHas } from './encoded-picture.ts'
import type { Film, Picture } from './film.ts'
import { runFfmpegOn, type WriteFilmOptions } from './run-ffmpeg.ts'
import { inputFile, withoutFacts, writeMedia } from '../write-media.ts'

export interface BurnOptions extends Omit<WriteFilmOptions, 'part'> {
  /** An MP4 file. */
  readonly output: string
}

/** Sound codecs that MP4 players accept unchanged; all others are encoded as AAC. */
const COPIED_SOUND: ReadonlySet<string> = new Set(['aac', 'ac3', 'alac', 'eac3', 'mp3'])
const FONTS = 'fonts'

/** Draws the captions that are the first input of the working folder, with the fonts of `copyFonts`. */
export const captionsFilter = `ass=${inputFile(0)}:fontsdir=${FONTS}`

/** Copies the fonts to the working folder, as the captions: no path has to be escaped for the filter. */
export async function copyFonts(work: string): Promise<void> {
  await mkdir(path.join(work, FONTS))
  for (const name of captionFontFiles)
    await copyFile(path.join(fontsFolder(), name), path.join(work, FONTS, name))
}

/** Throws `video.no-picture`, `ffmpeg.no-libass`. */
export async function drawnPicture(film: Film): Promise<Picture> {
  if (film.picture === null) throw new Fault('video.no-picture', { file: film.fileName })
  await needsLibass()
  return film.picture
}

/** Throws `ffmpeg.no-libass`. */
export async function needsLibass(): Promise<void> {
  if (!(await ffmpegHas('filters', 'ass'))) throw new Fault('ffmpeg.no-libass')
}

/**
 * Writes a film whose pictures show the captions (ASS), as MP4.
 * Throws `video.no-picture`, `ffmpeg.no-libass`, `output.is-input`, `video.failed`, `media.stalled`, `job.cancelled`,
 * and those of the disk.
 */
export async function burnCaptions(film: Film, ass: string, options: BurnOptions): Promise<void> {
  const shown = await drawnPicture(film)
  const sound = film.streams.filter(({ kind }) => kind === 'audio')
  const { output, silences = [] } = options
  const filters = silenceFilters(silencesOf(silences, undefined))
  const isSilent = filters.length > 0
  const input = [...inputRestrictions, '-max_error_rate', '1', ...ownZero(film), '-i', film.path]
  const mapped = ['-map', '0:V:0', ...sound.flatMap(({ index }) => ['-map', `0:${index}`]), '-sn', '-dn']
  const picture = await encodedPicture(shown, [captionsFilter])
  const soundWords = sound.flatMap(({ codec }, index) =>
    COPIED_SOUND.has(codec) && !isSilent
      ? [`-c:a:${index}`, 'copy']
      : [`-c:a:${index}`, 'aac', `-b:a:${index}`, '192k'],
  )
  const redacted = isSilent ? ['-af', filters.join(','), ...withoutFacts] : []
  const written = [...redacted, '-movflags', '+faststart', '-f', 'mp4', '-y']
  await writeMedia(film, [ass], options, 0, async (file, work) => {
    await copyFonts(work)
    const words = [...input, ...mapped, ...picture, ...soundWords, ...written, file]
    return runFfmpegOn(film, words, { work, output: path.dirname(output) }, 'mp4', options)
  })
}
