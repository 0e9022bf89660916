import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Alignment } from '#core/recording/align-sources'
import { RECORDING_RATE } from '#core/recording/block'
import type { JournalState } from '#core/recording/journal-state'
import type { RecordingCodec } from '#contracts/recording-codec'
import { alignFilter } from './align-filter.ts'
import { type FfmpegRun, readProgress, runFfmpeg } from '../sound/run-ffmpeg.ts'

export const JOINED_NAME = 'joined.mka'

const CODEC_WORDS: Readonly<Record<RecordingCodec, readonly string[]>> = {
  pcm: ['-c:a', 'pcm_s16le'],
  flac: ['-c:a', 'flac', '-sample_fmt', 's16', '-compression_level', '5'],
  opus: ['-c:a', 'libopus', '-b:a', '64k', '-application', 'voip'],
}

export interface JoinOptions extends Omit<FfmpegRun, 'folder' | 'title'> {
  readonly codec: RecordingCodec
  /** Fraction of the work, 0–1. */
  readonly onProgress: (fraction: number) => void
}

/**
 * Writes the closed parts of a recording as one Matroska file in its folder, with one audio track per source,
 * named like it and aligned with the others. Returns its path. Throws the faults of `runFfmpeg`, those of
 * writing.
 */
export async function joinParts(
  folder: string,
  state: JournalState,
  alignment: Alignment,
  { codec, signal, onProgress }: JoinOptions,
): Promise<string> {
  const { parts, start, title } = state
  const inputs: string[] = []
  const tracks: string[] = []
  for (const source of parts.keys()) {
    inputs.push(...(await partsInput(folder, state, source)))
    tracks.push(
      '-map',
      `[out${source}]`,
      `-metadata:s:a:${source}`,
      `title=${start.sources[source]?.name ?? ''}`,
    )
  }
  const filters = alignment.sources.map((stretches, source) =>
    alignFilter(`${source}:a`, `out${source}`, stretches, alignment.frames),
  )
  const seconds = alignment.frames / RECORDING_RATE
  await runFfmpeg(
    [
      ...'-nostats -progress pipe:1'.split(' '),
      ...inputs,
      '-filter_complex',
      filters.join(';'),
      ...tracks,
      '-metadata',
      `title=${title}`,
      ...CODEC_WORDS[codec],
      ...`-f matroska -y ${JOINED_NAME}`.split(' '),
    ],
    { folder, title, signal },
    (output) => readProgress(output, (done) => onProgress(Math.min(1, done / seconds))),
  )
  return path.join(folder, JOINED_NAME)
}

/** Arguments that make ffmpeg, running in the recording's folder, read all files of a source as one. */
export async function partsInput(folder: string, { parts }: JournalState, source: number): Promise<string[]> {
  const list = `parts-${source + 1}.txt`
  await writeFile(path.join(folder, list), (parts[source] ?? []).map((file) => `file '${file}'\n`).join(''))
  return ['-f', 'concat', '-i', list]
}
