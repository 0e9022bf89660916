import { createHash } from 'node:crypto'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { TimeSpan } from '#core/transcript/time-span'
import { inputRestrictions } from '../sound/demuxers.ts'
import { ownZero } from '../sound/own-zero.ts'
import type { Probe } from '../sound/probe.ts'
import { readProgress, runFfmpeg } from '../sound/run-ffmpeg.ts'

const PART_NAME = 'part.mka'
/** All samples in 16 bits, track after track. */
const SAMPLES = '-c:a pcm_s16le -f s16le pipe:1'.split(' ')

export interface WritePartOptions {
  /** Where the file is written. */
  readonly folder: string
  readonly title: string
  readonly signal: AbortSignal
  /** Fraction of the work, 0–1. */
  readonly onProgress: (fraction: number) => void
}

/**
 * Writes a part of a recording's sound as FLAC in Matroska, each track with its name, and reads it back to
 * verify every sample. Returns the file's path. Throws the faults of `runFfmpeg`, `trim.not-equal`.
 */
export async function writePart(
  source: Probe,
  part: TimeSpan,
  { folder, title, signal, onProgress }: WritePartOptions,
): Promise<string> {
  const input = [...inputRestrictions, ...ownZero(source), '-i', source.path]
  const tracks = source.tracks.map(({ index }) => index)
  const graph = tracks.map((index) => `[0:a:${index}]${trimFilter(part)}[o${index}]`).join(';')
  const maps = tracks.flatMap((index) => [
    '-map',
    `[o${index}]`,
    `-map_metadata:s:a:${index}`,
    `0:s:a:${index}`,
  ])
  const encoding = '-c:a flac -sample_fmt s16 -compression_level 5 -f matroska -y'.split(' ')
  const seconds = (part.endMs - part.startMs) / 1000
  await runFfmpeg(
    ['-nostats', '-progress', 'pipe:1', ...input, '-filter_complex', graph, ...maps, ...encoding, PART_NAME],
    { folder, title, signal },
    (output) => readProgress(output, (done) => onProgress(Math.min(1, done / seconds) * 0.6)),
  )
  const file = path.join(folder, PART_NAME)
  for (const [place, index] of tracks.entries()) {
    const hashOf = (words: readonly string[]): Promise<string> =>
      runFfmpeg([...words, ...SAMPLES], { folder, title, signal }, async (output) => {
        const hash = createHash('sha256')
        for await (const bytes of output) hash.update(bytes as Uint8Array)
        return hash.digest('hex')
      })
    const [before, after] = await Promise.all([
      hashOf([...input, '-filter_complex', `[0:a:${index}]${trimFilter(part)}[o]`, '-map', '[o]']),
      hashOf(['-i', PART_NAME, '-map', `0:a:${place}`]),
    ])
    if (before !== after) throw new Fault('trim.not-equal', { title })
    onProgress(0.6 + (0.4 * (place + 1)) / tracks.length)
  }
  return file
}

/** From the zero of the recording's own clock, like all decoding. */
function trimFilter({ startMs, endMs }: TimeSpan): string {
  const range = `start=${startMs / 1000}:end=${endMs / 1000}`
  return `aresample=async=1:first_pts=0,aformat=sample_fmts=s16,atrim=${range},asetpts=PTS-STARTPTS`
}
