import { Fault } from '#contracts/errors'
import { requestErasure } from '../database/erase.ts'
import { connectionSubject } from '../connection-subject.ts'
import type { Store } from '../database/store.ts'
import { forgetConnections } from './connections.ts'
import { soundPlaces, storeDeletion, type UnfinishedDeletion, unfinishedDeletionOf } from './deletions.ts'
import { copyPlace, textPlaces, writtenPlaces } from '../own-places.ts'
import { watchedPathsOf } from './watched-files.ts'

/**
 * Deletes the rows of a recording, and stores in the same transaction what remains to be deleted; `erase`
 * removes the rows' remnants from the database's files. For a recording already gone, returns the rest of its
 * deletion. Fault `recording.unknown`.
 */
export function deleteRecordingRows(store: Store, id: string, keepsBackups: boolean): UnfinishedDeletion {
  return store.change((append) => {
    const recording = store.row<{ path: string; fileName: string; title: string; sha256: string }>(
      'SELECT path, file_name AS fileName, title, sha256 FROM recordings WHERE id = ?',
      id,
    )
    if (recording === undefined) {
      const unfinished = unfinishedDeletionOf(store, id)
      if (unfinished === undefined) throw new Fault('recording.unknown', { reference: id })
      return unfinished
    }
    const cacheKeys = store
      .rows<{ key: string }>(
        `SELECT DISTINCT pcm_sha256 AS key FROM tracks AS own WHERE recording_id = ? AND NOT EXISTS (
           SELECT 1 FROM tracks AS other
           WHERE other.pcm_sha256 = own.pcm_sha256 AND other.recording_id <> own.recording_id
         ) ORDER BY key`,
        id,
      )
      .map((row) => row.key)
    const outputPaths = store
      .rows<{ path: string }>('SELECT path FROM outputs WHERE recording_id = ? ORDER BY path', id)
      .map((row) => row.path)
    const watchedPaths = watchedPathsOf(store, id)
    const { path, fileName, title, sha256 } = recording
    const places = [
      ...new Set([
        ...soundPlaces(store, id, path),
        copyPlace(sha256),
        ...writtenPlaces(store.database, id),
        ...textPlaces(store.database, id),
      ]),
    ]
    for (const key of cacheKeys) store.run('DELETE FROM chunks WHERE pcm_sha256 = ?', key)
    forgetSettings(store, id)
    // Events refer to objects by ids, except for exported files.
    store.run(
      `UPDATE events SET touched = json_remove(touched, '$.path')
       WHERE kind = 'output-recorded' AND json_extract(touched, '$.recordingId') = ?`,
      id,
    )
    forgetConnections(store, connectionSubject('recording', id))
    store.run('DELETE FROM recordings WHERE id = ?', id)
    append('recording-deleted', { recordingId: id })
    requestErasure(store)
    const names = [...new Set([title, fileName, path, ...outputPaths, ...watchedPaths])]
    return storeDeletion(store, { recordingId: id, places, names, isInBackups: !keepsBackups })
  })
}

/** Declined mark offers are settings with the ids of two transcripts in their names. */
function forgetSettings(store: Store, id: string): void {
  store.run(
    `DELETE FROM settings WHERE name LIKE 'marks-declined.%' AND EXISTS (
       SELECT 1 FROM transcripts WHERE recording_id = ? AND instr(settings.name, transcripts.id) > 0
     )`,
    id,
  )
}
