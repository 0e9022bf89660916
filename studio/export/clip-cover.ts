import { Fault } from '#contracts/errors'
import type { Library, StoredRecording } from '../library/library.ts'
import { embeddedCover } from '../sound/embedded-cover.ts'
import { smallPicture } from '../sound/small-picture.ts'

/** Of the square that clips show, in pixels. */
const SIDE = 1_080

/**
 * A recording's cover as a square JPEG: that in its file, else that of its podcast; null: it has none of a kind that is read.
 * Throws those of reading the file.
 */
export async function clipCover(
  library: Pick<Library, 'recordingSource'>,
  recording: Pick<StoredRecording, 'id' | 'path' | 'bytes'>,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const own = recording.bytes > 0 ? await embeddedCover(recording.path, signal) : null
  const cover = own ?? (await library.recordingSource(recording.id))?.picture ?? null
  if (cover === null) return null
  return smallPicture(cover, SIDE, signal).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'media.unreadable') return null
    throw error
  })
}
