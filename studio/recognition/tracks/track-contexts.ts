import { readFile } from 'node:fs/promises'
import { durationMsOf } from '#core/sound/pcm'
import { sampleRange } from '#core/sound/range'
import { levelStrength } from '#core/tracks/level-strength'
import { MIX } from '#core/tracks/mix'
import type { MediaFacts } from '../../library/tables/recordings/recordings.ts'
import { soundFiles } from '../../sound/decode.ts'
import { checkRange } from '../check-range.ts'
import { Checkpoints } from '../checkpoints.ts'
import type { JobContext } from '../job-context.ts'
import { decodeSound } from '../steps/sound.ts'
import type { TranscribeDependencies, Transcribing } from '../transcribing.ts'
import type { TrackContext } from './diarize-tracks.ts'

/** Shared by all tracks of a job. */
export type SharedContext = Omit<JobContext, 'files' | 'range' | 'checkpoints' | 'engines'>

export interface PreparedTrack {
  /** Index among the audio tracks, from 0. */
  readonly track: number
  /** The only speaker on it; null: any number of speakers. */
  readonly speaker: string | null
  readonly sound: Pick<JobContext, 'files' | 'range' | 'checkpoints'>
}

export interface PreparedTracks {
  /** Tracks with sound in the range to transcribe. */
  readonly tracks: readonly PreparedTrack[]
  /** End of the range on the longest track. */
  readonly endMs: number
}

/**
 * Decodes the mix, which pages play and display, and each track. Faults of `decodeSound` and `checkRange`.
 */
export async function prepareTracks(
  { library, cacheFolder }: TranscribeDependencies,
  { recording, settings, lease, signal, report }: Transcribing,
  audio: MediaFacts['tracks'],
): Promise<PreparedTracks> {
  const indices = [MIX, ...audio.map(({ index }) => index)]
  const decode = async (track: number, done: number) => {
    const files = soundFiles(cacheFolder, recording.id, track)
    const onProgress = (fraction: number): void => report('sound', (done + fraction) / indices.length)
    const options = { signal, onProgress, playable: track === MIX }
    return { files, sound: await decodeSound(library, recording, track, files, options) }
  }
  const mix = await decode(MIX, 0)
  checkRange(settings, durationMsOf(mix.sound.sampleCount))
  const tracks: PreparedTrack[] = []
  for (const [number, { index, speaker = null }] of audio.entries()) {
    const { files, sound } = await decode(index, number + 1)
    const range = sampleRange(settings, sound.sampleCount)
    if (range.endSample <= range.startSample) continue
    const checkpoints = new Checkpoints(library, lease, sound.pcmSha256)
    tracks.push({ track: index, speaker, sound: { files, range, checkpoints } })
  }
  return { tracks, endMs: durationMsOf(sampleRange(settings, mix.sound.sampleCount).endSample) }
}

/** Signal level of each span of a track above its noise. */
export async function strengthOf({ context }: TrackContext): Promise<ReturnType<typeof levelStrength>> {
  const bytes = await readFile(context.files.levels)
  return levelStrength(
    new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
  )
}
