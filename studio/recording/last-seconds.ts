import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { MediaFacts } from '../library/tables/recordings/recordings.ts'
import { inputRestrictions } from '../sound/demuxers.ts'
import { runFfmpeg } from '../sound/run-ffmpeg.ts'
import { wavHeader } from './wav-header.ts'

const RATE = 24_000

export interface LastSecondsOptions {
  readonly title: string
  readonly durationMs: number
  readonly tracks: MediaFacts['tracks']
  readonly signal: AbortSignal
}

/**
 * The end of a recording as a 24 kHz WAV file, all tracks mixed, to check by ear. Throws the faults of
 * `runFfmpeg`.
 */
export async function lastSeconds(
  file: string,
  seconds: number,
  { title, durationMs, tracks, signal }: LastSecondsOptions,
): Promise<Uint8Array> {
  const from = Math.max(0, durationMs / 1_000 - seconds)
  const inputs = tracks.map(({ index }) => `[0:a:${index}]`).join('')
  const gain = (1 / Math.sqrt(Math.max(1, tracks.length))).toFixed(3)
  const mix = `${inputs}amix=inputs=${tracks.length}:normalize=0,volume=${gain}[mix]`
  const words = [
    ...inputRestrictions,
    '-ss',
    from.toFixed(3),
    '-i',
    file,
    '-filter_complex',
    mix,
    '-map',
    '[mix]',
    ...`-ac 1 -ar ${RATE} -f s16le pipe:1`.split(' '),
  ]
  const sound = await runFfmpeg(words, { folder: path.dirname(file), title, signal }, buffer)
  return Buffer.concat([wavHeader(sound.length, RATE), sound])
}
