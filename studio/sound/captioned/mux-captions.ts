import path from 'node:path'
import { iso6392 } from '#core/language/iso-639-2'
import { inputRestrictions } from '../demuxers.ts'
import type { Film, FilmStream } from './film.ts'
import { filmOfPart, inputPart, outputPart } from './input-part.ts'
import { runFfmpegOn, type WriteFilmOptions } from './run-ffmpeg.ts'
import { silenceFilters, silencesOf } from '../silence-filters.ts'
import { inputFile, withoutFacts, writeMedia } from '../write-media.ts'

/** Captions in one language. */
export interface CaptionTrack {
  readonly srt: string
  /** ISO 639-1 or -2. */
  readonly language: string
  /** Title of the track in players. */
  readonly title: string
}

export interface MuxOptions extends WriteFilmOptions {
  readonly container: 'mp4' | 'mkv'
  readonly output: string
}

/** Text subtitles can be converted; picture subtitles cannot. */
const TEXT_SUBTITLES: ReadonlySet<string> = new Set(['ass', 'mov_text', 'ssa', 'subrip', 'text', 'webvtt'])
/** Picture subtitles, by the container that supports them. */
const DRAWN_SUBTITLES: Readonly<Record<'mp4' | 'mkv', ReadonlySet<string>>> = {
  mp4: new Set(['dvd_subtitle']),
  mkv: new Set(['dvb_subtitle', 'dvd_subtitle', 'hdmv_pgs_subtitle']),
}

/**
 * Writes a film, or its beginning (`part`), with caption tracks that players can switch on and off; the first is shown by
 * default. Copies pictures and sound that is not silenced.
 * Returns the streams that the container cannot hold: fonts, data, teletext, in Matroska covers.
 * Throws `output.is-input`, `video.container`, `video.failed`, `media.stalled`, `job.cancelled`, and those of
 * the disk.
 */
export async function muxCaptions(
  film: Film,
  tracks: readonly CaptionTrack[],
  options: MuxOptions,
): Promise<readonly FilmStream[]> {
  const { container, output, part, silences = [] } = options
  const filters = silenceFilters(silencesOf(silences, part))
  const isSilent = filters.length > 0
  const kept = film.streams.filter(
    (stream) => isHeld(stream, container) && (!isSilent || REDACTED_KINDS.has(stream.kind)),
  )
  const input = [...inputRestrictions, '-fflags', '+genpts', ...inputPart(film, part), '-i', film.path]
  const captions = captionInputs(tracks, 0)
  const held = kept.flatMap(({ index }) => ['-map', `0:${index}`])
  const mapped = [...held, ...tracks.flatMap((_, index) => ['-map', `${index + 1}:0`]), '-c', 'copy']
  const sound = isSilent ? ['-c:a', 'aac', '-b:a', '192k', '-af', filters.join(',')] : []
  const facts = isSilent ? withoutFacts : ['-map_metadata', '0', '-map_chapters', '0']
  const written = [...facts, ...outputPart(part), '-f', container === 'mp4' ? 'mp4' : 'matroska']
  const texts = tracks.map(({ srt }) => srt)
  await writeMedia(film, texts, options, film.bytes, (file, work) => {
    const words = [
      ...input,
      ...captions,
      ...mapped,
      ...sound,
      ...captionWords(kept, tracks, container),
      ...written,
      '-y',
      file,
    ]
    return runFfmpegOn(
      filmOfPart(film, part),
      words,
      { work, output: path.dirname(output) },
      container,
      options,
    )
  })
  return leftOutOf(film, container, isSilent)
}

/** Kinds of streams in the source that may contain redacted words. */
const REDACTED_KINDS: ReadonlySet<FilmStream['kind']> = new Set(['video', 'audio'])

/**
 * The streams of a film that a container cannot hold; if it is redacted, all except pictures and sound.
 */
export function leftOutOf({ streams }: Film, container: 'mp4' | 'mkv', isRedacted = false): FilmStream[] {
  return isRedacted
    ? streams.filter(({ kind }) => !REDACTED_KINDS.has(kind))
    : streams.filter((stream) => !isHeld(stream, container) && !REMADE.has(stream.codec))
}

/** The streams of a film that are not in that of its cut: all but its picture and its sound. */
export function leftOutOfCut({ streams }: Film): FilmStream[] {
  const picture = streams.find(({ kind }) => kind === 'video')
  return streams.filter((stream) => stream !== picture && stream.kind !== 'audio')
}

/** QuickTime tracks that ffmpeg recreates from metadata and chapters. */
const REMADE: ReadonlySet<string> = new Set(['tmcd', 'text'])

/**
 * Matroska attaches fonts; ffmpeg would turn a song's cover into a film in it. Teletext and the like fit in
 * neither.
 */
function isHeld({ kind, codec }: FilmStream, container: 'mp4' | 'mkv'): boolean {
  if (kind === 'subtitle') return TEXT_SUBTITLES.has(codec) || DRAWN_SUBTITLES[container].has(codec)
  if (kind === 'cover') return container === 'mp4'
  return kind !== 'other' || (container === 'mkv' && (codec === 'ttf' || codec === 'otf'))
}

/** The tracks as inputs, which are files of the working folder from the `first` on. */
export const captionInputs = (tracks: readonly CaptionTrack[], first: number): string[] =>
  // UTF-8, whatever encoding the film's own have.
  tracks.flatMap((_, index) => ['-f', 'srt', '-sub_charenc', 'UTF-8', '-i', inputFile(first + index)])

/** Arguments for the codecs of all captions and the titles of the new ones. */
export function captionWords(
  kept: readonly FilmStream[],
  tracks: readonly CaptionTrack[],
  container: 'mp4' | 'mkv',
): string[] {
  const former = kept.filter(({ kind }) => kind === 'subtitle')
  const text = container === 'mp4' ? 'mov_text' : 'srt'
  const convert = former.flatMap(({ codec }, index) => {
    const isKept = container === 'mp4' ? codec === 'mov_text' : codec !== 'mov_text'
    return !isKept && TEXT_SUBTITLES.has(codec) ? [`-c:s:${index}`, text] : []
  })
  const added = tracks.flatMap((track, index) =>
    trackWords(track, former.length + index, index === 0, container),
  )
  return [...convert, ...added]
}

/** Arguments for the codec and title of a new track, by its index among the captions. */
function trackWords(
  { language, title }: CaptionTrack,
  track: number,
  isDefault: boolean,
  container: 'mp4' | 'mkv',
): string[] {
  const code = iso6392(language, container === 'mp4' ? 'terminological' : 'bibliographic')
  const named = ['language', 'title', ...(container === 'mp4' ? ['handler_name'] : [])].flatMap((name) => [
    `-metadata:s:s:${track}`,
    `${name}=${name === 'language' ? code : title}`,
  ])
  return [
    `-c:s:${track}`,
    container === 'mp4' ? 'mov_text' : 'copy',
    ...named,
    `-disposition:s:${track}`,
    isDefault ? 'default' : '0',
  ]
}
