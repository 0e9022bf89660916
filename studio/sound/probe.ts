import { stat } from 'node:fs/promises'
import path from 'node:path'
import fluent from 'fluent-ffmpeg'
import { Fault } from '#contracts/errors'
import { inputGuards } from './demuxers.ts'
import { findFfmpeg } from './ffmpeg.ts'

export interface AudioTrack {
  /** Number among the audio tracks, from 0. */
  readonly index: number
  readonly codec: string
  readonly channels: number
  /** Hz by the header; null where it names none. */
  readonly sampleRate: number | null
  readonly language: string | null
  readonly title: string | null
}

export interface Probe {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
  readonly mtimeMs: number
  /** By the header: an estimate only, headers lie. Null where there is none. */
  readonly durationSeconds: number | null
  /** Where the container's own clock starts, seconds; players count from zero there, not from the first sound. */
  readonly startSeconds: number
  readonly container: string
  /** Moving pictures; a cover picture is none. */
  readonly hasVideo: boolean
  readonly tracks: readonly AudioTrack[]
}

const PROBE_MS = 30_000

export interface ProbeOptions {
  readonly signal?: AbortSignal
  /** How long ffprobe may take. */
  readonly stallMs?: number
}

/**
 * Looks at a media file without decoding it.
 * Throws `media.not-found`, `media.not-a-file`, `media.empty-file`, `media.unsupported`, `media.unreadable`,
 * `media.no-audio`, `media.stalled`, `ffmpeg.missing`, `job.cancelled`.
 */
export async function probe(file: string, options: ProbeOptions = {}): Promise<Probe> {
  const full = path.resolve(file)
  const fileName = path.basename(full)
  const facts = await stat(full).catch((error: NodeJS.ErrnoException) => {
    const code = error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'media.not-found' : 'media.unreadable'
    throw new Fault(code, { file }, error.message, error)
  })
  // A pipe or a device would never end.
  if (!facts.isFile()) throw new Fault('media.not-a-file', { file })
  if (facts.size === 0) throw new Fault('media.empty-file', { file })
  await findFfmpeg()
  const data = await ffprobe(full, file, options)
  const tracks = data.streams
    .filter((stream) => stream.codec_type === 'audio')
    .map((stream, index): AudioTrack => {
      const tags = stream as unknown as Record<string, unknown>
      return {
        index,
        codec: stream.codec_name ?? 'unknown',
        channels: positive(stream.channels) ?? 1,
        sampleRate: positive(stream.sample_rate),
        language: text(tags['TAG:language'] ?? stream.tags?.language),
        title: text(tags['TAG:title'] ?? stream.tags?.title),
      }
    })
  if (tracks.length === 0) throw new Fault('media.no-audio', { file })
  return {
    path: full,
    fileName,
    bytes: facts.size,
    mtimeMs: Math.round(facts.mtimeMs),
    durationSeconds: positive(data.format.duration),
    startSeconds: Number(data.format.start_time) || 0,
    container: data.format.format_name ?? '',
    hasVideo: data.streams.some(isMoving),
    tracks,
  }
}

/** fluent does not give its ffprobe away: one that hangs is left behind, and ends with the disk that it waits for. */
function ffprobe(
  full: string,
  file: string,
  { signal, stallMs = PROBE_MS }: ProbeOptions,
): Promise<fluent.FfprobeData> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Fault('media.stalled', { file })), stallMs)
    const onAbort = () => {
      clearTimeout(timer)
      reject(new Fault('job.cancelled'))
    }
    if (signal?.aborted) {
      onAbort()
      return
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    fluent.ffprobe(full, [...inputGuards, '-v', 'error'], (error: Error | null, data: fluent.FfprobeData) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      if (!error) resolve(data)
      else {
        const refused = /not on whitelist|not in whitelist/iu.test(error.message)
        reject(new Fault(refused ? 'media.unsupported' : 'media.unreadable', { file }, error.message, error))
      }
    })
  })
}

/** The cover of a song is a video stream of one picture. */
function isMoving(stream: fluent.FfprobeStream): boolean {
  const details = stream as unknown as Readonly<Record<string, unknown>>
  const isPicture = Number(stream.disposition?.attached_pic ?? details['DISPOSITION:attached_pic'] ?? 0)
  return stream.codec_type === 'video' && isPicture !== 1
}

const positive = (value: unknown): number | null => {
  const number = Number(value)
  return Number.isFinite(number) && number > 0 ? number : null
}
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
