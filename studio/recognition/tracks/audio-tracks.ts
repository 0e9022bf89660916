import { mediaFactsOf } from '../../originals/import-recording.ts'
import type { Library } from '../../library/library.ts'
import type { MediaFacts, StoredRecording } from '../../library/tables/recordings/recordings.ts'
import { probe } from '../../sound/probe.ts'

/**
 * The audio tracks of a recording's file, as stored at import, else from its header. Throws the faults of
 * `probe`.
 */
export async function audioTracksOf(
  library: Library,
  { id, path }: Pick<StoredRecording, 'id' | 'path'>,
  signal: AbortSignal,
): Promise<MediaFacts['tracks']> {
  const { media } = await library.card(id)
  if (media !== null) return media.tracks
  return mediaFactsOf(await probe(path, { signal })).tracks
}
