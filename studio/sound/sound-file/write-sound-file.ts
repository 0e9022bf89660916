import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { ReachedLoudness } from '#core/formats/sounds/loudness-words'
import {
  channelsOf,
  type SoundChoices,
  type SoundFileId,
  soundFileBytes,
  soundFiles,
} from '#core/formats/sounds/sound-files'
import { atRate, keptPart, samplesOf } from '#core/cut/kept-part'
import { keptSamples, type KeptSpans } from '#core/cut/kept-spans'
import { type SpliceOptions, Splicer } from '#core/cut/splicer'
import type { TimeSpan } from '#core/transcript/time-span'
import { canDecodeOutput } from '../ffmpeg.ts'
import { type BeforeMoved, inputFile, writeMedia } from '../write-media.ts'
import { coverComment } from './cover-comment.ts'
import { decodeWords } from './decode-words.ts'
import { encodeWords, steadyFilters } from './encode-words.ts'
import { loudnessFilters, measured, measuredOutput, readLoudness } from './loudness.ts'
import { pipeSound, type PipeRun } from './pipe-sound.ts'
import { readSoundSource, type SoundSource } from './sound-source.ts'
import { soundMetadata, type SoundTags } from './sound-tags.ts'

export interface WriteSoundOptions extends BeforeMoved {
  readonly signal: AbortSignal
  /** Fraction of the work done so far, 0–1. */
  readonly onProgress?: (fraction: number) => void
  readonly stallMs?: number
  /** Yields the processor to other programs. */
  readonly isLowPriority?: boolean
  readonly kept: KeptSpans
  /** Times of the recording to silence, in order, without overlap. */
  readonly silences: readonly TimeSpan[]
  readonly tags: SoundTags
  /** Seconds of fades at both ends. */
  readonly fade?: { readonly soundIn: number; readonly soundOut: number }
}

export interface WrittenSound {
  readonly bytes: number
  /** Null if none was asked for. */
  readonly loudness: ReachedLoudness | null
}

/** Shares of the time until the original is measured, and until a file is encoded that has to be measured afterwards. */
const MEASURED = 0.2
const ENCODED = 0.75

/**
 * Writes what is kept of a recording's sound to a file, sample for sample where the format loses nothing. Nothing is left
 * if it fails.
 * Throws `output.is-input`, `ffmpeg.failed`, `ffmpeg.missing`, `media.stalled`, `job.cancelled`, and those of the disk.
 */
export async function writeSoundFile(
  source: SoundSource,
  id: SoundFileId,
  output: string,
  choices: SoundChoices,
  options: WriteSoundOptions,
): Promise<WrittenSound> {
  const channels = channelsOf(id, choices, source.channels)
  const kept = atRate(options.kept, source.sampleRate)
  const seconds = keptSamples(kept) / source.sampleRate
  const { holdsChapters, holdsCover } = soundFiles[id]
  const cover = holdsCover && choices.cover ? options.tags.cover : null
  const chapters = holdsChapters && choices.chapters ? options.tags.chapters : []
  const inStream = id === 'opus' && cover !== null ? { METADATA_BLOCK_PICTURE: coverComment(cover) } : {}
  const picture = id === 'opus' ? null : cover
  const facts = soundMetadata(id, { ...options.tags, chapters, more: inStream }, seconds * 1_000)
  const files = [facts, ...(picture === null ? [] : [picture])]
  const needed = soundFileBytes(id, choices, { ...source, seconds })
  return writeMedia(source.file, files, { ...options, output }, needed, async (part, work) => {
    const silences = samplesOf(options.silences, source.sampleRate)
    const pass = (of: Sounding, words: readonly string[], from: number, to: number): Promise<string> => {
      const splicer = new Splicer(of)
      const all = Math.max(1, keptSamples(of.kept))
      const run: PipeRun = {
        ...options,
        source: of.source.file,
        work,
        folder: path.dirname(output),
        channels,
        splicer,
        onSamples: (count) => options.onProgress?.(from + (to - from) * Math.min(1, count / all)),
      }
      return pipeSound(decodeWords(of.source, channels, splicer.endSample), words, run)
    }
    const original: Sounding = { source, channels, kept, silences }
    const fades = fadeFilters(options.fade, seconds)
    const encode = (given: readonly string[], listen: readonly string[], from: number, to: number) => {
      const filters = [...given, ...fades]
      const filtered = filters.length === 0 ? [] : ['-af', filters.join(',')]
      const encoded = [...filtered, ...encodeWords(id, choices, { channels, bits: source.bits })]
      const inputs = [...pipeWords(original), ...taggedWords(picture !== null)]
      const level = listen.length === 0 ? 'error' : 'info'
      return pass(original, ['-v', level, ...inputs, ...encoded, '-y', part, ...listen], from, to)
    }
    const bytesOf = async (): Promise<number> => (await stat(part)).size
    if (choices.loudness === null) {
      await encode([], [], 0, 1)
      return { bytes: await bytesOf(), loudness: null }
    }
    const measure = (of: Sounding, peak: 'sample' | 'true', from: number, to: number): Promise<string> =>
      pass(of, ['-v', 'info', ...pipeWords(of), ...measured(peak)], from, to)
    const was = readLoudness(await measure(original, 'sample', 0, MEASURED))
    if (was === null) {
      await encode([], [], MEASURED, 1)
      return { bytes: await bytesOf(), loudness: { was, reached: null } }
    }
    const filters = [
      ...loudnessFilters(choices.loudness, was, source.sampleRate),
      ...steadyFilters(id, choices, channels),
    ]
    // Limiting and encoding change it a little.
    const measureWritten = async (): Promise<string> => {
      if (await canDecodeOutput()) return encode(filters, measuredOutput, MEASURED, 1)
      await encode(filters, [], MEASURED, ENCODED)
      const made = await readSoundSource(part, 0, options)
      const whole = keptPart(undefined, seconds * 1_000, made.sampleRate)
      return measure({ source: made, channels, kept: whole, silences: [] }, 'true', ENCODED, 1)
    }
    const reached = readLoudness(await measureWritten())
    return {
      bytes: await bytesOf(),
      loudness: {
        was: { integrated: was.integrated },
        reached: reached === null ? null : { integrated: reached.integrated, truePeak: reached.peak },
      },
    }
  })
}

/** Fades that do not meet. */
function fadeFilters(fade: WriteSoundOptions['fade'], seconds: number): string[] {
  if (fade === undefined) return []
  const [first, last] = [fade.soundIn, fade.soundOut].map((length) => Math.min(length, seconds / 2))
  const [start, end] = [first ?? 0, last ?? 0]
  return [
    ...(start > 0 ? [`afade=t=in:st=0:d=${start.toFixed(3)}`] : []),
    ...(end > 0 ? [`afade=t=out:st=${(seconds - end).toFixed(3)}:d=${end.toFixed(3)}`] : []),
  ]
}

/** Sound that is decoded and spliced. */
interface Sounding extends SpliceOptions {
  readonly source: SoundSource
}

/** The samples of a pipe as an input of ffmpeg. */
const pipeWords = ({ source, channels }: Sounding): string[] => [
  '-nostats',
  '-f',
  'f32le',
  '-ar',
  String(source.sampleRate),
  '-ac',
  String(channels),
  '-i',
  'pipe:0',
]

/** The further inputs, tags and perhaps a cover, and what of them is written. */
function taggedWords(hasCover: boolean): string[] {
  const tags = ['-f', 'ffmetadata', '-i', inputFile(0)]
  const mapped = ['-map', '0:a', '-map_metadata', '1', '-map_chapters', '1']
  if (!hasCover) return [...tags, ...mapped]
  const cover = ['-map', '2:v', '-c:v', 'copy', '-disposition:v', 'attached_pic']
  const named = ['-metadata:s:v', 'title=Cover', '-metadata:s:v', 'comment=Cover (front)']
  return [...tags, '-f', 'jpeg_pipe', '-i', inputFile(1), ...mapped, ...cover, ...named]
}
