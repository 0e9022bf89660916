import { stat } from 'node:fs/promises'
import { durationMsOf, PCM_BYTES_PER_SAMPLE, PCM_RATE } from '#core/sound/pcm'
import { MIX } from '#core/tracks/mix'
import type { Library } from '../../library/library.ts'
import { decodeTrack, type SoundFiles } from '../../sound/decode.ts'
import type { PcmFacts } from '../../sound/pcm-sink.ts'
import { goneSound } from '../../originals/gone-sound.ts'
import { type Probe, probe } from '../../sound/probe.ts'
import type { Sound } from '../job-context.ts'
import { joinWork, type RunningWork, type WorkOptions } from '../join-work.ts'

interface Decoded {
  readonly source: Probe
  readonly facts: PcmFacts
}

/** Keyed by the PCM file that the decode writes. */
const decodes: RunningWork<Decoded> = new Map()

/**
 * The decoded audio of one track, or of the mix of all (`MIX`), from the cache or by one ffmpeg pass over the
 * original. Jobs and pages of this process that need the same track share that pass.
 * Throws `media.moved` (`sound.deleted` if a person had it deleted) if both the original and the cache are
 * gone, and the faults of `decodeTrack`.
 */
export async function decodeSound(
  library: Library,
  recording: { readonly id: string; readonly path: string; readonly bytes: number },
  track: number,
  files: SoundFiles,
  options: WorkOptions & {
    /**
     * Called before decoding if this call starts it: length in seconds from the header, null if the header
     * has none.
     */
    readonly onLength?: (seconds: number | null) => void
    /** False for a track that is only a part of a transcript of all tracks: their mix is played. */
    readonly playable?: boolean
  },
): Promise<Sound> {
  const { playable: isPlayable = true } = options
  const known = await library.track(recording.id, track)
  if (known && (await isWhole(files, known.sampleCount, isPlayable))) {
    options.onLength?.(known.sampleCount / PCM_RATE)
    return { sampleCount: known.sampleCount, pcmSha256: known.pcmSha256 }
  }
  const decode = (): Promise<Decoded> =>
    joinWork(decodes, files.pcm, options, ({ signal, onProgress }) =>
      decodeOriginal(library, recording, track, files, { signal, onProgress, isPlayable }, options.onLength),
    )
  const first = await decode()
  // The joined work may have been for a job without playback audio.
  const { source, facts } = (await isWhole(files, first.facts.sampleCount, isPlayable))
    ? first
    : await decode()
  await library.saveTrack({
    recordingId: recording.id,
    index: track,
    codec: track === MIX ? 'mix' : (source.tracks[track]?.codec ?? 'unknown'),
    durationMs: durationMsOf(facts.sampleCount),
    sampleCount: facts.sampleCount,
    pcmSha256: facts.sha256,
    details: { channels: source.tracks[track]?.channels ?? 1, startSeconds: source.startSeconds },
  })
  return { sampleCount: facts.sampleCount, pcmSha256: facts.sha256 }
}

async function decodeOriginal(
  library: Library,
  recording: { readonly id: string; readonly path: string },
  track: number,
  files: SoundFiles,
  { signal, onProgress, isPlayable }: WorkOptions & { readonly isPlayable: boolean },
  onLength?: (seconds: number | null) => void,
): Promise<Decoded> {
  const source = await probe(recording.path, { signal }).catch(async (error: unknown) => {
    throw await goneSound(library, recording, error)
  })
  onLength?.(source.durationSeconds)
  const facts = await decodeTrack(source, track, files, {
    signal,
    playable: isPlayable,
    onProgress: (seconds) => {
      if (source.durationSeconds) onProgress(Math.min(1, seconds / source.durationSeconds))
    },
  }).catch(async (error: unknown) => {
    throw await goneSound(library, recording, error)
  })
  return { source, facts }
}

/** The cache may be deleted at any time, so each file is checked. */
async function isWhole(files: SoundFiles, sampleCount: number, isPlayable: boolean): Promise<boolean> {
  const sizes = await Promise.all(
    [files.pcm, files.peaks, files.levels, ...(isPlayable ? [files.proxy] : [])].map((file) =>
      stat(file).then(
        (facts) => facts.size,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return -1
          throw error
        },
      ),
    ),
  )
  return sizes[0] === sampleCount * PCM_BYTES_PER_SAMPLE && sizes.every((size) => size >= 0)
}
