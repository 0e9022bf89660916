import path from 'node:path'
import { Fault } from '#contracts/errors'
import { readableFacts } from '../readable-facts.ts'
import { type FfprobeOptions, runFfprobe } from '../run-ffprobe.ts'

export interface FilmStream {
  /** Index among all streams of the file. */
  readonly index: number
  readonly kind: 'video' | 'cover' | 'audio' | 'subtitle' | 'other'
  readonly codec: string
}

/** Display size of a picture. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** False if players stretch it, as on a DVD. */
  readonly hasSquarePixels: boolean
}

/** A media file to which captions are added; unlike a recording it may be silent. */
export interface Film {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
  /** From the header; null if it gives none. */
  readonly durationSeconds: number | null
  readonly startSeconds: number
  readonly container: string
  readonly streams: readonly FilmStream[]
  /** The first moving picture; null without one. */
  readonly picture: Picture | null
}

interface FilmDescription {
  readonly format?: {
    readonly duration?: string
    readonly start_time?: string
    readonly format_name?: string
  }
  readonly streams?: readonly StreamDescription[]
}

interface StreamDescription {
  readonly index: number
  readonly codec_type?: string
  readonly codec_name?: string
  readonly codec_tag_string?: string
  readonly width?: number
  readonly height?: number
  /** `64:45`; `0:1` if unknown. */
  readonly sample_aspect_ratio?: string
  readonly disposition?: { readonly attached_pic?: number }
  readonly side_data_list?: readonly { readonly rotation?: number }[]
}

const ENTRIES = [
  'format=duration,start_time,format_name',
  'stream=index,codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio',
  'stream_disposition=attached_pic',
  'stream_side_data=rotation',
].join(':')

/**
 * Reads the streams of a media file. Throws `media.not-found`, `media.not-a-file`, `media.empty-file`,
 * `media.unreadable` (also if it has neither picture nor sound), `media.stalled`, `ffmpeg.missing`,
 * `job.cancelled`.
 */
export async function readFilm(file: string, options: FfprobeOptions = {}): Promise<Film> {
  const full = path.resolve(file)
  const facts = await readableFacts(file, options.signal)
  const { format = {}, streams = [] } = await describeFilm(full, file, options)
  const shown = streams.find((stream) => kindOf(stream) === 'video')
  if (!streams.some((stream) => kindOf(stream) === 'video' || kindOf(stream) === 'audio')) {
    throw new Fault('media.unreadable', { file })
  }
  return {
    path: full,
    fileName: path.basename(full),
    bytes: facts.bytes,
    durationSeconds: Number(format.duration) > 0 ? Number(format.duration) : null,
    startSeconds: Number(format.start_time) || 0,
    container: format.format_name ?? '',
    streams: streams.map((stream) => ({
      index: stream.index,
      kind: kindOf(stream),
      codec: nameOf(stream),
    })),
    picture: shown === undefined ? null : shownSize(shown),
  }
}

async function describeFilm(full: string, file: string, options: FfprobeOptions): Promise<FilmDescription> {
  try {
    return await runFfprobe<FilmDescription>(full, ['-show_entries', ENTRIES], options)
  } catch (error) {
    if (error instanceof Fault || !(error instanceof Error)) throw error
    throw new Fault('media.unreadable', { file }, error.message, error)
  }
}

/** Data streams have only a tag: `tmcd` for a time code. */
function nameOf({ codec_name, codec_tag_string }: StreamDescription): string {
  const isNamed = codec_name !== undefined && codec_name !== 'none' && codec_name !== 'bin_data'
  return isNamed ? codec_name : (codec_tag_string ?? 'unknown')
}

function kindOf({ codec_type, disposition }: StreamDescription): FilmStream['kind'] {
  if (codec_type === 'video') return disposition?.attached_pic === 1 ? 'cover' : 'video'
  return codec_type === 'audio' || codec_type === 'subtitle' ? codec_type : 'other'
}

function shownSize({
  width = 0,
  height = 0,
  sample_aspect_ratio = '',
  side_data_list = [],
}: StreamDescription): Picture {
  const [across = 1, up = 1] = sample_aspect_ratio.split(':').map(Number)
  const stretch = across > 0 && up > 0 ? across / up : 1
  const size = { width: Math.round(width * stretch), height, hasSquarePixels: stretch === 1 }
  // ffmpeg rotates the picture of a phone held upright before any filter sees it.
  const rotation = side_data_list.find((data) => data.rotation !== undefined)?.rotation ?? 0
  return Math.abs(rotation) % 180 === 90 ? { ...size, width: size.height, height: size.width } : size
}
