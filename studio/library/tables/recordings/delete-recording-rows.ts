import { Fault } from '#contracts/errors'
import { allTables } from '../../all-tables.ts'
import { requestErasure } from '../../database/erase.ts'
import type { Store } from '../../database/store.ts'
import { soundPlaces, storeDeletion, type UnfinishedDeletion, unfinishedDeletionOf } from './deletions.ts'
import { copyPlace, textPlaces, writtenPlaces } from '../../own-places.ts'
import { watchedPathsOf } from '../sources/watched-files.ts'

export interface RecordingRowCalls {
  /**
   * Deletes the recording with everything that depends on it; a running job on it loses its lease. Returns
   * what remains to be deleted, also if its deletion was begun before. Fault `recording.unknown`.
   */
  deleteRecording(id: string, options?: { readonly keepBackups?: boolean }): UnfinishedDeletion
}

export const createRecordingRowCalls = (store: Store): RecordingRowCalls => ({
  deleteRecording: (id, { keepBackups = false } = {}) => deleteRecordingRows(store, id, keepBackups),
})

/**
 * Deletes the rows of a recording, and stores in the same transaction what remains to be deleted; `erase`
 * removes the rows' remnants from the database's files. For a recording already gone, returns the rest of its
 * deletion. Fault `recording.unknown`.
 */
function deleteRecordingRows(store: Store, id: string, keepsBackups: boolean): UnfinishedDeletion {
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
    for (const { whenDeleted } of allTables)
      if (typeof whenDeleted === 'function') whenDeleted(store.database, id, 'library')
    store.run('DELETE FROM recordings WHERE id = ?', id)
    append('recording-deleted', { recordingId: id })
    requestErasure(store)
    const names = [...new Set([title, fileName, path, ...outputPaths, ...watchedPaths])]
    return storeDeletion(store, { recordingId: id, places, names, isInBackups: !keepsBackups })
  })
}
