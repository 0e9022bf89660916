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
 * Bytes of sound that a page carries at most. Its `data:` URL has 32 MB then, which every Firefox since 97 takes
 * (others, and Firefox since 136, take 512 MB), and the file can still be passed on.
 */
export const MOST_SOUND_BYTES = 24 * 1024 * 1024
/** Bits a second of mono Opus: speech is clear at all of them. */
const BIT_RATES = [32_000, 24_000, 16_000] as const
/** What the container adds, and how far Opus may go over its rate. */
const MARGIN = 1.1

/** Bytes of `seconds` of sound at a bit rate, at most. */
export const smallBytes = (seconds: number, bitRate: number): number =>
  Math.ceil((seconds * bitRate * MARGIN) / 8)

/** The best bit rate at which sound fits into a page; null if it is too long for any, over 3 hours. */
export const smallBitRate = (seconds: number): number | null =>
  BIT_RATES.find((rate) => smallBytes(seconds, rate) <= MOST_SOUND_BYTES) ?? null

export interface SmallSoundOptions {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  /** Of the recording's clock: nothing is to be heard there. */
  readonly silences?: readonly TimeSpan[]
  /** Only this part of it is written; default: all of it. */
  readonly part?: TimeSpan
}

/**
 * Writes the first audio track of a file as mono Opus in WebM that is small enough for a page, from the zero of the
 * recording's clock. Returns its size; null, and no file, if it is too long. Throws the faults of `runFfmpeg`, `disk.full`.
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
        if (size > MOST_SOUND_BYTES) continue
        await rename(unfinished.file, file)
        return size
      }
      return null
    })
  } catch (error) {
    throw diskFault(error, path.dirname(file))
  }
}

/** The sound of a part alone, its clock from zero. */
const partFilters = (part: TimeSpan | undefined): string[] =>
  part === undefined
    ? []
    : [`atrim=start=${part.startMs / 1_000}:end=${part.endMs / 1_000}`, 'asetpts=PTS-STARTPTS']

async function encode(
  source: Pick<Probe, 'path' | 'fileName' | 'durationSeconds' | 'container' | 'startSeconds'>,
  output: string,
  bitRate: number,
  { signal, onProgress, silences = [], part }: SmallSoundOptions,
): Promise<void> {
  const { durationSeconds } = source
  // Larger frames have fewer headers; without a random id the same sound gives the same file.
  const opus = ['-c:a', 'libopus', '-b:a', String(bitRate), '-frame_duration', '60']
  const filters = ['aresample=async=1:first_pts=0', ...silenceFilters(silences), ...partFilters(part)].join(
    ',',
  )
  const mono = ['-map', '0:a:0', '-af', filters, '-ac', '1', '-ar', '48000']
  const plain = [
    '-map_metadata',
    '-1',
    '-map_chapters',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
  ]
  const written = ['-f', 'webm', '-y', output]
  const input = [...inputRestrictions, ...ownZero(source), '-i', source.path]
  const words = [...input, ...mono, ...opus, ...plain, ...written]
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
