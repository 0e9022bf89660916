import type { StoredRecording } from '../library/tables/recordings.ts'

/** When a recording was made, else when it was added. */
export interface RecordingDate {
  readonly atMs: number
  readonly kind: 'recorded' | 'added'
}

/** The file's own time; where no file was ever seen, the time of adding. */
export function recordingDate({
  mtimeMs,
  addedAtMs,
}: Pick<StoredRecording, 'mtimeMs' | 'addedAtMs'>): RecordingDate {
  return mtimeMs > 0 ? { atMs: mtimeMs, kind: 'recorded' } : { atMs: addedAtMs, kind: 'added' }
}
