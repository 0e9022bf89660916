import { Fault } from '#contracts/errors'
import type { Append, Store } from '../../database/store.ts'
import { soundPlaces, storeDeletion, type UnfinishedDeletion } from '../recordings/deletions.ts'
import { forgetVoicesOf } from '../remembered-voices.ts'
import type { TableDescription } from '../../table-description.ts'

/** Days as `YYYY-MM-DD`, in local time; one of the two is set. */
export interface SoundDeletion {
  /** The sound is deleted when the program runs on or after this day. */
  readonly dueOn: string | null
  /** The sound was deleted on this day. */
  readonly deletedOn: string | null
}

export interface SoundDeletionCalls {
  /** Null: the sound is kept. */
  soundDeletion(recordingId: string): SoundDeletion | null
  /** Null: it is kept after all. Faults `recording.unknown`, `sound.deleted`. */
  planSoundDeletion(recordingId: string, dueOn: string | null): void
  /** Recordings whose sound is due on this day or earlier, longest overdue first. */
  dueSoundDeletions(today: string): string[]
  /**
   * Marks the sound as deleted; returns what remains to be deleted. There must be a text and no running task.
   * Faults: `recording.unknown`, `sound.deleted`, `sound.no-text`, `sound.in-use`.
   */
  setSoundDeleted(recordingId: string, today: string): UnfinishedDeletion
  /** Recordings whose sound was deleted. */
  deletedSounds(): string[]
  /** Notifies every page that files of the recording's sound were added or removed. */
  announceSound(recordingId: string): void
}

/**
 * For a recording that was added without its file; has no effect if the library has or had the sound.
 * @returns whether it was recorded
 */
export function noteDeletedSound(store: Store, recordingId: string, deletedOn: string): boolean {
  const added = store.run(
    `INSERT OR IGNORE INTO sound_deletions SELECT id, NULL, ? FROM recordings
     WHERE id = ? AND bytes = 0 AND ? IS date(?)`,
    deletedOn,
    recordingId,
    deletedOn,
    deletedOn,
  )
  return added > 0
}

export function createSoundDeletionCalls(store: Store): SoundDeletionCalls {
  const deletionOf = (recordingId: string): SoundDeletion | null =>
    store.row<SoundDeletion>(
      'SELECT due_on AS dueOn, deleted_on AS deletedOn FROM sound_deletions WHERE recording_id = ?',
      recordingId,
    ) ?? null
  const withSound = (recordingId: string): { readonly title: string; readonly path: string } => {
    const row = store.row<{ title: string; path: string }>(
      'SELECT title, path FROM recordings WHERE id = ?',
      recordingId,
    )
    if (row === undefined) throw new Fault('recording.unknown', { reference: recordingId })
    if (deletionOf(recordingId)?.deletedOn != null) throw new Fault('sound.deleted', { title: row.title })
    return row
  }
  const write = (recordingId: string, deletion: SoundDeletion, append: Append): void => {
    store.run(
      'INSERT OR REPLACE INTO sound_deletions VALUES (?, ?, ?)',
      recordingId,
      deletion.dueOn,
      deletion.deletedOn,
    )
    append('recording-updated', { recordingId })
  }
  return {
    soundDeletion: deletionOf,
    planSoundDeletion(recordingId, dueOn) {
      store.change((append) => {
        withSound(recordingId)
        if (dueOn !== null) write(recordingId, { dueOn, deletedOn: null }, append)
        else {
          store.run('DELETE FROM sound_deletions WHERE recording_id = ?', recordingId)
          append('recording-updated', { recordingId })
        }
      })
    },
    dueSoundDeletions: (today) =>
      store
        .rows<{ id: string }>(
          `SELECT recording_id AS id FROM sound_deletions WHERE due_on <= ? ORDER BY due_on, recording_id`,
          today,
        )
        .map(({ id }) => id),
    setSoundDeleted(recordingId, today) {
      return store.change((append) => {
        const { title, path } = withSound(recordingId)
        const has = (sql: string): boolean => store.row(sql, recordingId) !== undefined
        if (!has("SELECT 1 FROM transcripts WHERE recording_id = ? AND state = 'done'"))
          throw new Fault('sound.no-text', { title })
        if (has("SELECT 1 FROM jobs WHERE recording_id = ? AND state IN ('queued', 'running', 'paused')"))
          throw new Fault('sound.in-use', { title })
        write(recordingId, { dueOn: null, deletedOn: today }, append)
        forgetVoicesOf(store, recordingId)
        const places = soundPlaces(store, recordingId, path)
        return storeDeletion(store, { recordingId, places, names: [], isInBackups: false })
      })
    },
    deletedSounds: () =>
      store
        .rows<{ id: string }>('SELECT recording_id AS id FROM sound_deletions WHERE deleted_on IS NOT NULL')
        .map(({ id }) => id),
    announceSound(recordingId) {
      store.change((append) => append('recording-updated', { recordingId }))
    },
  }
}

export const soundDeletionsTable: TableDescription = {
  name: 'sound_deletions',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
