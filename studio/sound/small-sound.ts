import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { TimeSpan } from '#core/transcript/time-span'
import { diskFault } from '../faults/disk-fault.ts'
import { inputRestrictions } from './demuxers.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { ownZero } from './own-zero.ts'
import { withPartFiles } from './part-files.ts'
import type { Probe } from './probe.ts'
import { runWithProgress } from './run-with-progress.ts'
import { silenceFilters } from './silence-filters.ts'

/**
 * Maximum bytes of sound embedded in a page. Its `data:` URL then has 32 MB, which every Firefox since 97
 * accepts (others, and Firefox since 136, accept 512 MB), and the file can still be shared.
 */
export const MAX_SOUND_BYTES = 24 * 1024 * 1024
/** Bits per second of mono Opus: speech is clear at all of them. */
const BIT_RATES = [32_000, 24_000, 16_000] as const
/** Container overhead, and by how much Opus may exceed its rate. */
const MARGIN = 1.1

/** Maximum bytes of `seconds` of sound at a bit rate. */
export const smallBytes = (seconds: number, bitRate: number): number =>
  Math.ceil((seconds * bitRate * MARGIN) / 8)

/** The best bit rate at which the sound fits into a page; null if it is too long for any, over 3 hours. */
export const smallBitRate = (seconds: number): number | null =>
  BIT_RATES.find((rate) => smallBytes(seconds, rate) <= MAX_SOUND_BYTES) ?? null

export interface SmallSoundOptions {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  /** In the recording's own time: spans to silence. */
  readonly silences?: readonly TimeSpan[]
  /** Write only this part; default: all of it. */
  readonly part?: TimeSpan
}

/**
 * Writes the first audio track of a file as mono Opus in WebM small enough for a page, from the zero of the
 * recording's clock. Returns its size; null, and no file, if it is too long. Throws the faults of
 * `runFfmpeg`, `disk.full`.
 */
export async function writeSmallSound(
  source: Pick<Probe, 'path' | 'fileName' | 'durationSeconds' | 'container' | 'startSeconds'>,
  file: string,
  options: SmallSoundOptions,
): Promise<number | null> {
  const { part } = options
  const durationSeconds = part === undefined ? source.durationSeconds : (part.endMs - part.startMs) / 1_000
  const first = smallBitRate(durationSeconds ?? 0)
  if (first === null) return null
  try {
    return await withPartFiles({ file }, async (unfinished) => {
      await ensureFreeSpace(path.dirname(file), smallBytes(durationSeconds ?? 0, first))
      // A header may be wrong about the duration.
      for (const rate of BIT_RATES.slice(BIT_RATES.findIndex((each) => each === first))) {
        await encode(source, unfinished.file, rate, options)
        const { size } = await stat(unfinished.file)
        if (size > MAX_SOUND_BYTES) continue
        await rename(unfinished.file, file)
        return size
      }
      return null
    })
  } catch (error) {
    throw diskFault(error, path.dirname(file))
  }
}

/** Filters for only a part of the sound, with its clock from zero. */
const partFilters = (part: TimeSpan | undefined): string[] =>
  part === undefined
    ? []
    : [`atrim=start=${part.startMs / 1_000}:end=${part.endMs / 1_000}`, 'asetpts=PTS-STARTPTS']

/** ffmpeg's arguments for mono Opus without facts: the same sound gives the same file. */
export function smallEncoding(bitRate: number): string[] {
  const mono = ['-ac', '1', '-ar', '48000']
  // Larger frames have less overhead.
  const opus = ['-c:a', 'libopus', '-b:a', String(bitRate), '-frame_duration', '60']
  const plain = ['-map_metadata', '-1', '-map_chapters', '-1']
  return [...mono, ...opus, ...plain, '-fflags', '+bitexact', '-flags:a', '+bitexact']
}

async function encode(
  source: Pick<Probe, 'path' | 'fileName' | 'durationSeconds' | 'container' | 'startSeconds'>,
  output: string,
  bitRate: number,
  { signal, onProgress, silences = [], part }: SmallSoundOptions,
): Promise<void> {
  const { durationSeconds } = source
  const filters = ['aresample=async=1:first_pts=0', ...silenceFilters(silences), ...partFilters(part)].join(
    ',',
  )
  const filtered = ['-map', '0:a:0', '-af', filters]
  const written = ['-f', 'webm', '-y', output]
  const input = [...inputRestrictions, ...ownZero(source), '-i', source.path]
  const words = [...input, ...filtered, ...smallEncoding(bitRate), ...written]
  await runWithProgress(words, {
    folder: path.dirname(output),
    title: source.fileName,
    signal,
    sources: [source.path],
    onSeconds: (seconds) => {
      if (durationSeconds !== null) onProgress?.(Math.min(1, seconds / durationSeconds))
    },
  })
}
