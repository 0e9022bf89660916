import { Fault } from '#contracts/errors'
import { mediaTypeOf } from '#core/formats/media-files'
import type { MediaKind } from '#contracts/wire'
import { soundFiles } from '../sound/decode.ts'
import type { Studio } from '../studio.ts'

export interface MediaFile {
  readonly path: string
  readonly mediaType: string
}

/**
 * The file of a recording's playback audio, original, peaks, levels or samples (`core/sound/pcm.ts`), by the recording's id alone; null if there is
 * no such recording or its track is not decoded. Whether the file exists is known only when it is opened.
 */
export async function mediaFileOf(
  { library, cacheFolder }: Studio,
  recordingId: string,
  kind: MediaKind,
): Promise<MediaFile | null> {
  const place = await library.mediaPlace(recordingId).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'recording.unknown') return null
    throw error
  })
  if (place === null) return null
  if (kind === 'original') {
    const mediaType = mediaTypeOf(place.path) ?? 'application/octet-stream'
    return { path: place.path, mediaType }
  }
  if (place.track === null) return null
  const files = soundFiles(cacheFolder, recordingId, place.track)
  return kind === 'sound'
    ? { path: files.proxy, mediaType: 'audio/webm' }
    : { path: files[kind], mediaType: 'application/octet-stream' }
}
