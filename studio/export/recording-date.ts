import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'

/** When a recording was published, else made or, if that is unknown, added. */
export interface RecordingDate {
  readonly atMs: number
  readonly kind: 'published' | 'recorded' | 'added'
}

/** The day that its feed or the tags of its file give, else the file's modification time, else the time of adding. */
export async function dateOfRecording(
  library: Pick<Library, 'recordingSource'>,
  { id, mtimeMs, addedAtMs }: Pick<StoredRecording, 'id' | 'mtimeMs' | 'addedAtMs'>,
): Promise<RecordingDate> {
  const { publishedAtMs = null } = (await library.recordingSource(id)) ?? {}
  if (publishedAtMs !== null) return { atMs: publishedAtMs, kind: 'published' }
  return mtimeMs > 0 ? { atMs: mtimeMs, kind: 'recorded' } : { atMs: addedAtMs, kind: 'added' }
}
