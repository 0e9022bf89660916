import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PictureGrid } from '#core/cut/cut-frames'
import { keptMs, type KeptSpans } from '#core/cut/kept-spans'
import { type LoudnessTarget, usualSound } from '#core/formats/sounds/sound-files'
import type { TimeSpan } from '#core/transcript/time-span'
import { Fault } from '#contracts/errors'
import { factsIfThere, factsOf } from '../../drives/files.ts'
import { diskFault } from '../../faults/disk-fault.ts'
import type { SoundSource } from '../sound-file/sound-source.ts'
import { soundMetadata, type SoundTags } from '../sound-file/sound-tags.ts'
import { writeSoundFile, type WriteSoundOptions } from '../sound-file/write-sound-file.ts'
import { inResumedFolder } from '../resumed-folder.ts'
import { inputFile, writeMedia } from '../write-media.ts'
import { captionsFilter, copyFonts, drawnPicture } from './burn-captions.ts'
import { type CutPicture, isEmpty, writeCutPicture } from './cut-picture.ts'
import { encodedSize } from './encoded-picture.ts'
import type { Film } from './film.ts'
import { captionInputs, type CaptionTrack, captionWords } from './mux-captions.ts'
import { runFfmpegOn, type WriteFilmOptions } from './run-ffmpeg.ts'

/** What is kept of a film. */
export interface FilmCut {
  readonly kept: KeptSpans
  /** Times of the recording to silence, in order, without overlap. */
  readonly silences: readonly TimeSpan[]
  readonly source: SoundSource
  /** The sound tracks that it has, in order; default: `source` alone. */
  readonly sounds?: readonly SoundSource[]
  /** On the cut's time. */
  readonly tags: SoundTags
  /** Default: as loud as the recording, without fades. */
  readonly sound?: {
    readonly loudness: LoudnessTarget | null
    readonly fade: NonNullable<WriteSoundOptions['fade']>
  }
  /** Sound and pieces of the picture are kept below it until the film is whole, so that a later run goes on from them. */
  readonly folder: string
}

/** Captions that players can switch on and off, or one text (ASS) that pictures show. */
export type FilmCaptions =
  | { readonly container: 'mp4' | 'mkv'; readonly tracks: readonly CaptionTrack[] }
  | { readonly container: 'mp4'; readonly burned: string; readonly framing?: Framing }

/** Filters of ffmpeg before and after captions are drawn. */
export interface Framing {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export type WriteCutFilmOptions = Pick<
  WriteFilmOptions,
  'signal' | 'onProgress' | 'stallMs' | 'isLowPriority' | 'beforeMoved'
> & {
  readonly output: string
}

/** Frames a second of a picture that varies, if it is not faster. */
const STEADY_RATES = [30, 60] as const
/** Shares of the time until the sound and the picture are made. */
const SOUND_MADE = 0.1
const PICTURE_MADE = 0.9

/**
 * Writes what is kept of a film, frame for frame and sample for sample, with captions on the cut's time. Nothing is left at
 * `output` if it fails.
 * Throws `output.is-input`, `video.no-picture`, `ffmpeg.no-libass`, `video.container`, `video.failed`, `ffmpeg.failed`,
 * `media.stalled`, `job.cancelled`, and those of the disk.
 */
export async function writeCutFilm(
  film: Film,
  captions: FilmCaptions,
  cut: FilmCut,
  { output, onProgress, ...run }: WriteCutFilmOptions,
): Promise<void> {
  const shown = 'burned' in captions ? await drawnPicture(film) : film.picture
  const texts = 'burned' in captions ? [captions.burned] : captions.tracks.map(({ srt }) => srt)
  const inputs = [...texts, soundMetadata('m4a', { ...cut.tags, more: {} }, keptMs(cut.kept))]
  const name = await piecesName(film, captions, cut, output)
  let most = 0
  const part = (from: number, to: number) => ({
    ...run,
    onProgress: (fraction: number): void => {
      // ffmpeg's last times may be those of captions.
      most = Math.max(most, from + (to - from) * fraction)
      onProgress?.(most)
    },
  })
  const writeIn = (folder: string): Promise<void> =>
    writeMedia(film, inputs, { ...run, output }, neededBytes(film, cut.kept), async (file, work) => {
      const sounds = await writeSoundsOnce(cut, folder, part(0, SOUND_MADE))
      if ('burned' in captions) await copyFonts(work)
      const picture =
        shown === null
          ? null
          : await writeCutPicture(film, shown, {
              ...part(SOUND_MADE, PICTURE_MADE),
              kept: cut.kept,
              grid: gridOf(cut),
              filters: filtersOf(captions),
              work,
              folder,
            })
      const words = [
        ...(await joinedWords({ picture, sounds, folder }, cut, captions, texts.length)),
        '-f',
        captions.container === 'mp4' ? 'mp4' : 'matroska',
        '-y',
        file,
      ]
      const whole = { ...film, startSeconds: 0, durationSeconds: keptMs(cut.kept) / 1_000 }
      const folders = { work, output: path.dirname(output) }
      await runFfmpegOn(whole, words, folders, captions.container, part(PICTURE_MADE, 1))
    })
  try {
    await inResumedFolder(cut.folder, name, async (folder) => {
      try {
        await writeIn(folder)
      } catch (error) {
        // Pieces that cannot be joined would fail again.
        if (error instanceof Fault && error.code === 'video.failed') await removeFolder(folder)
        throw error
      }
    })
  } catch (error) {
    throw diskFault(error, cut.folder)
  }
}

function filtersOf(captions: FilmCaptions): string[] {
  if (!('burned' in captions)) return []
  const { before = [], after = [] } = captions.framing ?? {}
  return [...before, captionsFilter, ...after]
}

const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** Of a varying picture, frames of a rate that has nearly all of them. */
function gridOf({ kept, source }: FilmCut): PictureGrid {
  const { frames } = source.file
  if (kept.frames !== undefined) return kept.frames
  if (frames !== null && !frames.isVariable) return frames
  const average = frames === null ? 0 : frames.numerator / frames.denominator
  const rate = STEADY_RATES.find((each) => average <= each) ?? Math.ceil(average)
  return { numerator: rate, denominator: 1, firstUs: 0 }
}

/** A later run finds it. */
export async function writeSoundOnce(
  { source, kept, silences, tags, sound }: FilmCut,
  folder: string,
  options: Omit<WriteCutFilmOptions, 'output'>,
  name = 'sound',
): Promise<string> {
  const file = path.join(folder, `${name}.flac`)
  if (isEmpty(await factsIfThere(file))) {
    const choices = { ...usualSound, loudness: sound?.loudness ?? null, chapters: false, cover: false }
    const fade = sound === undefined ? {} : { fade: sound.fade }
    await writeSoundFile(source, 'flac', file, choices, { ...options, ...fade, kept, silences, tags })
  }
  return file
}

async function writeSoundsOnce(
  cut: FilmCut,
  folder: string,
  options: Omit<WriteCutFilmOptions, 'output'>,
): Promise<string[]> {
  const files: string[] = []
  const sounds = soundsOf(cut)
  for (const [index, source] of sounds.entries()) {
    const onProgress = (fraction: number) => options.onProgress?.((index + fraction) / sounds.length)
    files.push(
      await writeSoundOnce({ ...cut, source }, folder, { ...options, onProgress }, `sound-${index + 1}`),
    )
  }
  return files
}

const soundsOf = ({ source, sounds = [source] }: FilmCut): readonly SoundSource[] => sounds

interface FilmParts {
  readonly picture: CutPicture | null
  readonly sounds: readonly string[]
  readonly folder: string
}

/** Arguments that join pieces of the picture, the sounds, captions, tags and chapters. */
async function joinedWords(
  { picture, sounds, folder }: FilmParts,
  cut: FilmCut,
  captions: FilmCaptions,
  texts: number,
): Promise<string[]> {
  const tracks = 'tracks' in captions ? captions.tracks : []
  const inputs: string[][] = []
  const mapped: string[] = []
  if (picture !== null) {
    const list = path.join(folder, 'pieces.ffconcat')
    await writeFile(list, picture.list)
    inputs.push(['-itsoffset', (picture.delayUs / 1e6).toFixed(6), '-f', 'concat', '-i', list])
    mapped.push('-map', '0:v:0')
  }
  for (const sound of sounds) {
    mapped.push('-map', `${inputs.length}:a:0`)
    inputs.push(['-i', sound])
  }
  const first = inputs.length
  mapped.push(...tracks.flatMap((_, index) => ['-map', `${first + index}:0`]))
  const facts = first + tracks.length
  return [
    ...inputs.flat(),
    ...captionInputs(tracks, 0),
    '-f',
    'ffmetadata',
    '-i',
    inputFile(texts),
    ...mapped,
    '-map_metadata',
    String(facts),
    '-map_chapters',
    String(facts),
    // Names of the picture's stream come with its pieces.
    ...(cut.silences.length > 0 ? ['-map_metadata:s', '-1'] : []),
    '-c:v',
    'copy',
    '-c:a',
    'aac',
    '-b:a',
    '192k',
    ...trackNames(cut),
    ...captionWords([], tracks, captions.container),
    ...(captions.container === 'mp4' ? ['-movflags', '+faststart'] : []),
    ...(picture === null || captions.container === 'mkv' ? [] : picture.timescale),
  ]
}

/** Languages of the sound tracks, and their titles where nothing is redacted. */
const trackNames = (cut: FilmCut): string[] =>
  soundsOf(cut).flatMap(({ tracks: [track] }, index) => {
    const { language = null, title = null } = track ?? {}
    return [
      ...(language === null ? [] : [`-metadata:s:a:${index}`, `language=${language}`]),
      ...(title === null || cut.silences.length > 0 ? [] : [`-metadata:s:a:${index}`, `title=${title}`]),
    ]
  })

/** By the share of the film that is kept, twice: pieces and the film. */
function neededBytes({ bytes, durationSeconds }: Film, kept: KeptSpans): number {
  const share = durationSeconds === null ? 1 : Math.min(1, keptMs(kept) / 1_000 / durationSeconds)
  return Math.round(2 * bytes * share)
}

/** Pieces of the same cut of the same film, for the same output, have one folder; of anything else another. */
async function piecesName(film: Film, captions: FilmCaptions, cut: FilmCut, output: string): Promise<string> {
  const { bytes, mtimeMs } = await factsOf(film.path)
  const { kept, silences, sound } = cut
  const drawn = 'burned' in captions ? [captions.burned, captions.framing] : null
  const size = film.picture === null ? null : encodedSize(film.picture)
  const tracks = soundsOf(cut).flatMap((each) => each.tracks.map(({ index }) => index))
  const of = {
    path: film.path,
    bytes,
    mtimeMs,
    kept,
    grid: gridOf(cut),
    silences,
    tracks,
    size,
    drawn,
    sound,
    output,
  }
  return createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32)
}
