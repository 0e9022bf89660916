import path from 'node:path'
import { Fault } from '#contracts/errors'
import { type FoundChapter, MAX_CHAPTER_TITLE_LENGTH, MAX_CHAPTERS, oneATime } from '#core/chapters/chapter'
import type { VideoFrames } from '#core/frames/video-frames'
import { asOtherKind } from './other-kind.ts'
import { type FileTags, fileTags } from './file-tags.ts'
import { ownZeroSeconds } from './own-zero.ts'
import { readableFacts } from './readable-facts.ts'
import { type FfprobeOptions, runFfprobe } from './run-ffprobe.ts'
import { videoFrames, type VideoStream } from './video-frames.ts'

export interface AudioTrack {
  /** Index among the audio tracks, from 0. */
  readonly index: number
  readonly codec: string
  readonly channels: number
  /** Hz, from the header; null if it gives none. */
  readonly sampleRate: number | null
  readonly language: string | null
  readonly title: string | null
}

export interface Probe {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
  readonly mtimeMs: number
  /** From the header, so only an estimate: headers can be wrong. Null if it gives none. */
  readonly durationSeconds: number | null
  /** Start of the container's own clock, seconds; players count from its zero, not from the first sample. */
  readonly startSeconds: number
  readonly container: string
  /** True for moving pictures, false for a cover image. */
  readonly hasVideo: boolean
  /** The frames of the video; null without one, or if its header names no rate. */
  readonly frames: VideoFrames | null
  readonly tracks: readonly AudioTrack[]
  /** The container's chapters (ID3, MP4, Matroska), in order of time. */
  readonly chapters: readonly FoundChapter[]
  readonly tags: FileTags
}

interface DescribedTags {
  readonly timecode?: unknown
  readonly title?: unknown
}

/** ffprobe's output; unknown values are missing. */
interface MediaDescription {
  readonly format?: {
    readonly duration?: string
    readonly start_time?: string
    readonly format_name?: string
    readonly tags?: DescribedTags
  }
  readonly streams?: readonly StreamDescription[]
  readonly chapters?: readonly {
    readonly start_time?: string
    readonly tags?: { readonly title?: unknown }
  }[]
}

interface StreamDescription extends VideoStream {
  readonly codec_type?: string
  readonly codec_name?: string
  readonly channels?: number
  readonly sample_rate?: string
  readonly tags?: DescribedTags & { readonly language?: unknown }
  readonly disposition?: { readonly attached_pic?: number }
}

/** A recording is decoded right after its import: cached so that its header is read once. */
let last: { readonly of: string; readonly description: MediaDescription } | null = null

const ENTRIES = [
  'format=duration,start_time,format_name',
  'format_tags=timecode,title,artist,album,date',
  'stream=codec_type,codec_name,channels,sample_rate,r_frame_rate,avg_frame_rate,field_order,nb_frames,start_time',
  'stream_tags=language,title,timecode,artist,album,date',
  'stream_disposition=attached_pic',
  'chapter=start_time',
  'chapter_tags=title',
].join(':')

/**
 * Reads a media file's header without decoding it.
 * Throws `media.not-found`, `media.not-a-file`, `media.empty-file`, `media.unsupported`, `media.unreadable`,
 * `media.no-audio`, `format.other-kind`, `media.stalled`, `drive.silent`, `ffmpeg.missing`, `job.cancelled`.
 */
export async function probe(file: string, options: FfprobeOptions = {}): Promise<Probe> {
  try {
    return await probeRecording(file, options)
  } catch (error) {
    throw asOtherKind(error, file)
  }
}

async function probeRecording(file: string, options: FfprobeOptions): Promise<Probe> {
  const full = path.resolve(file)
  const fileName = path.basename(full)
  const facts = await readableFacts(file, options.signal)
  const of = [full, facts.inode, facts.bytes, facts.mtimeMs, facts.ctimeMs].join('\n')
  const description = last?.of === of ? last.description : await describeMedia(full, file, options)
  last = { of, description }
  const { format = {}, streams = [], chapters = [] } = description
  const tracks = streams
    .filter((stream) => stream.codec_type === 'audio')
    .map((stream, index): AudioTrack => ({
      index,
      codec: stream.codec_name ?? 'unknown',
      channels: positive(stream.channels) ?? 1,
      sampleRate: positive(stream.sample_rate),
      language: text(stream.tags?.language),
      title: text(stream.tags?.title),
    }))
  if (tracks.length === 0) throw new Fault('media.no-audio', { file })
  const container = format.format_name ?? ''
  const startSeconds = Number(format.start_time) || 0
  const video = streams.find(isMoving)
  const timecode = [...streams, format].map(({ tags }) => text(tags?.timecode)).find((tag) => tag !== null)
  return {
    path: full,
    fileName,
    bytes: facts.bytes,
    mtimeMs: Math.round(facts.mtimeMs),
    durationSeconds: positive(format.duration),
    startSeconds,
    container,
    hasVideo: video !== undefined,
    frames:
      video === undefined
        ? null
        : videoFrames(video, timecode ?? null, ownZeroSeconds({ container, startSeconds })),
    tracks,
    chapters: chaptersIn(chapters),
    tags: fileTags(tagsOf(format, streams)),
  }
}

/** Those of Ogg are in the stream; elsewhere a stream's title is that of a track. */
function tagsOf(
  { format_name, tags }: NonNullable<MediaDescription['format']>,
  streams: readonly StreamDescription[],
): readonly unknown[] {
  const isOgg = format_name === 'ogg'
  return [
    tags,
    ...(isOgg
      ? streams
          .filter(({ codec_type }) => codec_type === 'audio')
          .slice(0, 1)
          .map((stream) => stream.tags)
      : []),
  ]
}

function chaptersIn(described: NonNullable<MediaDescription['chapters']>): FoundChapter[] {
  const found = described.slice(0, MAX_CHAPTERS).map(({ start_time, tags }) => ({
    atMs: Math.round(Math.max(0, Number(start_time) || 0) * 1_000),
    title: (text(tags?.title) ?? '').trim().slice(0, MAX_CHAPTER_TITLE_LENGTH),
    link: '',
    picture: '',
    isListed: true,
  }))
  return oneATime(found)
}

async function describeMedia(full: string, file: string, options: FfprobeOptions): Promise<MediaDescription> {
  try {
    return await runFfprobe<MediaDescription>(full, ['-show_entries', ENTRIES], options)
  } catch (error) {
    if (error instanceof Fault && error.code === 'media.stalled') throw new Fault('media.stalled', { file })
    if (error instanceof Fault || !(error instanceof Error)) throw error
    const isRefused = /not on whitelist|not in whitelist/iu.test(error.message)
    throw new Fault(isRefused ? 'media.unsupported' : 'media.unreadable', { file }, error.message, error)
  }
}

/** A song's cover image is a video stream with one picture. */
function isMoving({ codec_type, disposition }: StreamDescription): boolean {
  return codec_type === 'video' && disposition?.attached_pic !== 1
}

const positive = (value: unknown): number | null => {
  const number = Number(value)
  return Number.isFinite(number) && number > 0 ? number : null
}
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
