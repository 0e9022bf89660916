import type { StoredRecording } from '../library/tables/recordings/recordings.ts'

/** When a recording was made or, if unknown, when it was added. */
export interface RecordingDate {
  readonly atMs: number
  readonly kind: 'recorded' | 'added'
}

/** The file's modification time, or the time of adding if there never was a file. */
export function recordingDate({
  mtimeMs,
  addedAtMs,
}: Pick<StoredRecording, 'mtimeMs' | 'addedAtMs'>): RecordingDate {
  return mtimeMs > 0 ? { atMs: mtimeMs, kind: 'recorded' } : { atMs: addedAtMs, kind: 'added' }
}
