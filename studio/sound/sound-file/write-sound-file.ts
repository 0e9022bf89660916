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
import { atRate, samplesOf } from '#core/cut/kept-part'
import { keptSamples, type KeptSpans } from '#core/cut/kept-spans'
import { Splicer } from '#core/cut/splicer'
import type { TimeSpan } from '#core/transcript/time-span'
import { inputFile, writeMedia } from '../write-media.ts'
import { coverComment } from './cover-comment.ts'
import { decodeWords } from './decode-words.ts'
import { encodeWords } from './encode-words.ts'
import { measuringFilter, planLoudness, readLoudness } from './loudness.ts'
import { pipeSound, type PipeRun } from './pipe-sound.ts'
import type { SoundSource } from './sound-source.ts'
import { soundMetadata, type SoundTags } from './sound-tags.ts'

export interface WriteSoundOptions {
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
}

export interface WrittenSound {
  readonly bytes: number
  /** Null if none was asked for. */
  readonly loudness: ReachedLoudness | null
}

/** Share of the time that measuring takes. */
const MEASURING = 0.4

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
  const inputs = [facts, ...(picture === null ? [] : [picture])]
  const needed = soundFileBytes(id, choices, { ...source, seconds })
  return writeMedia(source.file, inputs, output, needed, async (part, work) => {
    const pass = (encode: readonly string[], from: number, to: number): Promise<string> => {
      const splicer = new Splicer({
        channels,
        kept,
        silences: samplesOf(options.silences, source.sampleRate),
      })
      const onSamples = (count: number): void =>
        options.onProgress?.(from + (to - from) * Math.min(1, count / Math.max(1, keptSamples(kept))))
      const run: PipeRun = {
        ...options,
        source: source.file,
        work,
        folder: path.dirname(output),
        channels,
        splicer,
        onSamples,
      }
      return pipeSound(decodeWords(source, channels, splicer.endSample), encode, run)
    }
    const sound = ['-f', 'f32le', '-ar', String(source.sampleRate), '-ac', String(channels), '-i', 'pipe:0']
    const measured = ['-v', 'info', '-nostats', ...sound]
    const { loudness: target } = choices
    const was =
      target === null
        ? null
        : readLoudness(await pass([...measured, '-af', measuringFilter, '-f', 'null', '-'], 0, MEASURING))
    const plan = target === null || was === null ? null : planLoudness(target, was, source.sampleRate)
    const printed = await pass(
      [
        ...(plan?.isLimited === true ? measured : ['-v', 'error', ...sound]),
        ...taggedWords(picture !== null),
        ...(plan === null ? [] : ['-af', plan.filters.join(',')]),
        ...encodeWords(id, choices, { channels, bits: source.bits }),
        '-y',
        part,
      ],
      target === null ? 0 : MEASURING,
      1,
    )
    const { size: bytes } = await stat(part)
    if (target === null) return { bytes, loudness: null }
    const reached = plan === null ? null : plan.isLimited ? readLoudness(printed) : plan.reached
    return { bytes, loudness: { was, reached } }
  })
}

/** The further inputs, tags and perhaps a cover, and what of them is written. */
function taggedWords(hasCover: boolean): string[] {
  const tags = ['-f', 'ffmetadata', '-i', inputFile(0)]
  const mapped = ['-map', '0:a', '-map_metadata', '1', '-map_chapters', '1']
  if (!hasCover) return [...tags, ...mapped]
  const cover = ['-map', '2:v', '-c:v', 'copy', '-disposition:v', 'attached_pic']
  const named = ['-metadata:s:v', 'title=Cover', '-metadata:s:v', 'comment=Cover (front)']
  return [...tags, '-f', 'jpeg_pipe', '-i', inputFile(1), ...mapped, ...cover, ...named]
}
