import type { Store } from '../../database/store.ts'

export interface StorageRow {
  readonly id: string
  readonly title: string
  readonly path: string
  /** The day on which its sound is to be deleted; null: no such day. */
  readonly dueOn: string | null
  /** The day on which the whole recording is to be deleted; null: no such day. */
  readonly deletionDueOn: string | null
}

export interface SizeCalls {
  /** All recordings, oldest first, with the path of their sound. */
  storageRows(): StorageRow[]
  /**
   * Bytes of stored model results, by the recording whose sound they were computed from; excludes results
   * without a recording.
   */
  keptResultSizes(): { readonly recordingId: string; readonly bytes: number }[]
}

export function createSizeCalls(store: Store): SizeCalls {
  return {
    storageRows: () =>
      store.rows(
        `SELECT id, title, path, sound_deletions.due_on AS dueOn, recording_deletions.due_on AS deletionDueOn
         FROM recordings LEFT JOIN sound_deletions ON sound_deletions.recording_id = id
         LEFT JOIN recording_deletions ON recording_deletions.recording_id = id ORDER BY number`,
      ),
    keptResultSizes: () =>
      store.rows(
        // A track shared by several recordings is attributed to the first; sizes are read without the values.
        `SELECT min(tracks.recording_id) AS recordingId, kept.bytes FROM (
           SELECT pcm_sha256, sum(octet_length(result)) AS bytes FROM chunks GROUP BY pcm_sha256
         ) AS kept JOIN tracks ON tracks.pcm_sha256 = kept.pcm_sha256 GROUP BY kept.pcm_sha256`,
      ),
  }
}
