import type { Store } from '../database/store.ts'

export interface RoomRow {
  readonly id: string
  readonly title: string
  readonly path: string
  /** The day on which its sound is to be deleted; null: none. */
  readonly dueOn: string | null
  /** The day on which it is to be deleted with everything; null: none. */
  readonly deletionDueOn: string | null
}

export interface SizeCalls {
  /** All recordings, oldest first, with the place of their sound. */
  roomRows(): RoomRow[]
  /** Bytes of stored results of models, by the recording whose sound they were computed from; without those of none. */
  keptResultSizes(): { readonly recordingId: string; readonly bytes: number }[]
}

export function createSizeCalls(store: Store): SizeCalls {
  return {
    roomRows: () =>
      store.rows(
        `SELECT id, title, path, sound_deletions.due_on AS dueOn, recording_deletions.due_on AS deletionDueOn
         FROM recordings LEFT JOIN sound_deletions ON sound_deletions.recording_id = id
         LEFT JOIN recording_deletions ON recording_deletions.recording_id = id ORDER BY number`,
      ),
    keptResultSizes: () =>
      store.rows(
        // Of tracks that are the same in several recordings the first one has them; sizes are read without the values.
        `SELECT min(tracks.recording_id) AS recordingId, kept.bytes FROM (
           SELECT pcm_sha256, sum(octet_length(result)) AS bytes FROM chunks GROUP BY pcm_sha256
         ) AS kept JOIN tracks ON tracks.pcm_sha256 = kept.pcm_sha256 GROUP BY kept.pcm_sha256`,
      ),
  }
}
