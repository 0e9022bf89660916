import path from 'node:path'
import { iso6392 } from '#core/language/iso-639-2'
import { inputRestrictions } from '../demuxers.ts'
import { ownZero } from '../own-zero.ts'
import type { Film, FilmStream } from './film.ts'
import { runFfmpegOn, type WriteFilmOptions } from './run-ffmpeg.ts'
import { CAPTIONS, writeFilm } from './write-film.ts'

export interface MuxOptions extends WriteFilmOptions {
  readonly container: 'mp4' | 'mkv'
  /** ISO 639-1 or -2. */
  readonly language: string
  /** Name of the track in players. */
  readonly title: string
  readonly output: string
}

/** Subtitles that are text can change their form; pictures cannot. */
const TEXT_SUBTITLES: ReadonlySet<string> = new Set(['ass', 'mov_text', 'ssa', 'subrip', 'text', 'webvtt'])
/** Subtitles that are pictures, by the container that holds them. */
const DRAWN_SUBTITLES: Readonly<Record<'mp4' | 'mkv', ReadonlySet<string>>> = {
  mp4: new Set(['dvd_subtitle']),
  mkv: new Set(['dvb_subtitle', 'dvd_subtitle', 'hdmv_pgs_subtitle']),
}

/**
 * Writes a film with a captions track (SRT) that players can switch on and off. Pictures and sound are copied.
 * Returns the streams that the container has no place for: fonts, data, teletext, in Matroska covers.
 * Throws `output.is-input`, `video.container`, `video.failed`, `media.stalled`, `job.cancelled`, and those of the disk.
 */
export async function muxCaptions(
  film: Film,
  srt: string,
  options: MuxOptions,
): Promise<readonly FilmStream[]> {
  const { container, output } = options
  const kept = film.streams.filter((stream) => isHeld(stream, container))
  const input = [...inputRestrictions, '-fflags', '+genpts', ...ownZero(film), '-i', film.path]
  // The captions are UTF-8, whatever the film's own are.
  const captions = ['-f', 'srt', '-sub_charenc', 'UTF-8', '-i', CAPTIONS]
  const mapped = [...kept.flatMap(({ index }) => ['-map', `0:${index}`]), '-map', '1:0', '-c', 'copy']
  const written = ['-map_metadata', '0', '-map_chapters', '0', '-f', container === 'mp4' ? 'mp4' : 'matroska']
  await writeFilm(film, srt, output, film.bytes, (part, work) => {
    const words = [...input, ...captions, ...mapped, ...captionWords(kept, options), ...written, '-y', part]
    return runFfmpegOn(film, words, { work, output: path.dirname(output) }, container, options)
  })
  return leftOutOf(film, container)
}

/** The streams of a film that a container has no place for. */
export function leftOutOf({ streams }: Film, container: 'mp4' | 'mkv'): FilmStream[] {
  return streams.filter((stream) => !isHeld(stream, container) && !REMADE.has(stream.codec))
}

/** Tracks of QuickTime that ffmpeg makes anew of metadata and chapters. */
const REMADE: ReadonlySet<string> = new Set(['tmcd', 'text'])

/** Matroska attaches fonts; ffmpeg would make a film of a song's cover in it. Teletext and the like fit in neither. */
function isHeld({ kind, codec }: FilmStream, container: 'mp4' | 'mkv'): boolean {
  if (kind === 'subtitle') return TEXT_SUBTITLES.has(codec) || DRAWN_SUBTITLES[container].has(codec)
  if (kind === 'cover') return container === 'mp4'
  return kind !== 'other' || (container === 'mkv' && (codec === 'ttf' || codec === 'otf'))
}

/** Codecs of all captions, and what names the new ones. */
function captionWords(kept: readonly FilmStream[], { container, language, title }: MuxOptions): string[] {
  const former = kept.filter(({ kind }) => kind === 'subtitle')
  const text = container === 'mp4' ? 'mov_text' : 'srt'
  const convert = former.flatMap(({ codec }, index) => {
    const isKept = container === 'mp4' ? codec === 'mov_text' : codec !== 'mov_text'
    return !isKept && TEXT_SUBTITLES.has(codec) ? [`-c:s:${index}`, text] : []
  })
  const track = former.length
  const code = iso6392(language, container === 'mp4' ? 'terminological' : 'bibliographic')
  const named = ['language', 'title', ...(container === 'mp4' ? ['handler_name'] : [])].flatMap((name) => [
    `-metadata:s:s:${track}`,
    `${name}=${name === 'language' ? code : title}`,
  ])
  return [
    ...convert,
    `-c:s:${track}`,
    container === 'mp4' ? text : 'copy',
    ...named,
    `-disposition:s:${track}`,
    'default',
  ]
}
