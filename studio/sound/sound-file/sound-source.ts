import { Fault } from '#contracts/errors'
import { MIX } from '#core/tracks/mix'
import { type AudioTrack, type Probe, probe } from '../probe.ts'
import { type FfprobeOptions, runFfprobe } from '../run-ffprobe.ts'

/** The sound of a recording that files are made of: one of its tracks, or all of them mixed. */
export interface SoundSource {
  readonly file: Probe
  readonly tracks: readonly AudioTrack[]
  readonly channels: number
  /** Hz. */
  readonly sampleRate: number
  /** Of a sample in a file that loses nothing: 16 also for what was compressed. */
  readonly bits: 16 | 24
}

interface SampleDescription {
  readonly codec_name?: string
  readonly bits_per_sample?: number
  readonly bits_per_raw_sample?: string
}

const USUAL_RATE = 48_000
const KEEPS_SAMPLES = /^(?:pcm_|flac$|alac$|wavpack$|ape$|tta$|tak$|truehd$|mlp$)/u

/**
 * Reads what is needed to write a recording's sound. `track`: as decoded; `MIX`: all of them, as they are played.
 * Throws the faults of `probe`, `media.no-such-track`.
 */
export async function readSoundSource(
  path: string,
  track: number,
  options: FfprobeOptions = {},
): Promise<SoundSource> {
  const file = await probe(path, options)
  const tracks = track === MIX ? file.tracks : file.tracks.slice(track, track + 1)
  if (tracks.length === 0) {
    const values = { file: file.fileName, track: track + 1, tracks: file.tracks.length }
    throw new Fault('media.no-such-track', values)
  }
  const most = Math.max(...tracks.map(({ channels }) => channels))
  return {
    file,
    tracks,
    channels: tracks.length === 1 ? most : Math.min(2, most),
    sampleRate: Math.max(...tracks.map(({ sampleRate }) => sampleRate ?? USUAL_RATE)),
    bits: await bitsOf(path, tracks, options),
  }
}

async function bitsOf(
  path: string,
  tracks: readonly AudioTrack[],
  options: FfprobeOptions,
): Promise<16 | 24> {
  const entries = [
    '-select_streams',
    'a',
    '-show_entries',
    'stream=codec_name,bits_per_sample,bits_per_raw_sample',
  ]
  const { streams = [] } = await runFfprobe<{ streams?: readonly SampleDescription[] }>(
    path,
    entries,
    options,
  )
  const has24 = tracks.some(({ index }) => {
    const { codec_name = '', bits_per_sample = 0, bits_per_raw_sample = '0' } = streams[index] ?? {}
    return KEEPS_SAMPLES.test(codec_name) && Math.max(bits_per_sample, Number(bits_per_raw_sample)) > 16
  })
  return has24 ? 24 : 16
}
