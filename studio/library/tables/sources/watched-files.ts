import path from 'node:path'
import type { Store } from '../../database/store.ts'
import type { JobError } from '../jobs/jobs.ts'
import type { KeyedFile, WatchedFolder } from './watched-folders.ts'
import type { TableDescription } from '../../table-description.ts'

/**
 * `left`: ignored until it changes; `refused`: it has no readable sound; `waiting`: for its text; `written`:
 * its output files are there; `unwritten`: the text is there, but output files could not be written.
 */
export type WatchedFileState = 'left' | 'refused' | 'waiting' | 'written' | 'unwritten'

export interface WatchedFile extends KeyedFile {
  readonly state: WatchedFileState
  /** Relative to its folder, with `/`; null for an ignored file. */
  readonly path: string | null
  readonly recordingId: string | null
  readonly error: JobError | null
}

/** A file with output files to be written. */
export interface WaitingFile extends WatchedFile {
  readonly path: string
  readonly recordingId: string
  readonly folder: Pick<WatchedFolder, 'id' | 'path' | 'formats'>
}

export interface WatchedFileCalls {
  /** All known files of a folder. */
  watchedFiles(folderId: string): WatchedFile[]
  /** Stores a file's state. Returns whether its state or error is new; false also if the folder is gone. */
  setWatchedFile(folderId: string, file: WatchedFile): boolean
  /**
   * Files whose output is to be written, oldest first, including those of folders that are off or of a
   * command.
   */
  waitingFiles(): WaitingFile[]
  /** Number of files in each state, by folder. */
  watchedCounts(): { readonly folderId: string; readonly state: WatchedFileState; readonly count: number }[]
  /** Files with an error, by path. */
  troubledFiles(folderId: string, limit: number): WatchedFile[]
  /** Rejected files will be examined again. */
  forgetRefused(folderId: string): void
  /** A rejected file no longer exists. */
  forgetWatchedFiles(folderId: string, keys: readonly string[]): void
  /** Whether this program wrote a file: an export, or a film with captions. */
  isOwnOutput(file: string): boolean
}

interface Row extends Omit<WatchedFile, 'error'> {
  readonly error: string | null
}

const COLUMNS =
  'key, bytes, mtime_ms AS mtimeMs, state, watched_files.path, recording_id AS recordingId, error'

export function createWatchedFileCalls(store: Store): WatchedFileCalls {
  return {
    watchedFiles: (folderId) =>
      store.rows<Row>(`SELECT ${COLUMNS} FROM watched_files WHERE folder_id = ?`, folderId).map(fileOf),
    setWatchedFile: (folderId, file) => setWatchedFile(store, folderId, file),
    waitingFiles: () =>
      store
        .rows<Row & { folderId: string; folderPath: string; formats: string }>(
          `SELECT ${COLUMNS}, folder_id AS folderId, watched_folders.path AS folderPath, formats
           FROM watched_files JOIN watched_folders ON watched_folders.id = folder_id
           WHERE state IN ('waiting', 'unwritten') AND recording_id IS NOT NULL ORDER BY watched_files.rowid`,
        )
        .map(({ folderId, folderPath, formats, ...row }) => ({
          ...fileOf(row),
          path: row.path ?? '',
          recordingId: row.recordingId ?? '',
          folder: { id: folderId, path: folderPath, formats: JSON.parse(formats) as string[] },
        })),
    watchedCounts: () =>
      store.rows(
        'SELECT folder_id AS folderId, state, count(*) AS count FROM watched_files GROUP BY folder_id, state',
      ),
    troubledFiles: (folderId, limit) =>
      store
        .rows<Row>(
          `SELECT ${COLUMNS} FROM watched_files WHERE folder_id = ? AND state IN ('refused', 'unwritten')
           ORDER BY watched_files.path LIMIT ?`,
          folderId,
          limit,
        )
        .map(fileOf),
    forgetRefused(folderId) {
      store.change((append) => {
        store.run("DELETE FROM watched_files WHERE folder_id = ? AND state = 'refused'", folderId)
        append('watch-changed', { folderId, what: 'again' })
      })
    },
    forgetWatchedFiles(folderId, keys) {
      store.change((append) => {
        for (const key of keys)
          store.run(
            "DELETE FROM watched_files WHERE folder_id = ? AND key = ? AND state = 'refused'",
            folderId,
            key,
          )
        append('watch-changed', { folderId, what: 'file' })
      })
    },
    isOwnOutput: (file) =>
      store.row(
        `SELECT 1 FROM outputs WHERE path = ?
         UNION ALL SELECT 1 FROM jobs WHERE kind IN ('captioned-video', 'sound-file', 'clip') AND json_extract(settings, '$.path') = ?
         LIMIT 1`,
        file,
        file,
      ) !== undefined,
  }
}

/** Paths of a recording's files in watched folders, as logs may hold them. */
export function watchedPathsOf(store: Store, recordingId: string): string[] {
  return store
    .rows<{ path: string; folder: string }>(
      `SELECT watched_files.path, watched_folders.path AS folder
       FROM watched_files JOIN watched_folders ON watched_folders.id = folder_id
       WHERE recording_id = ? AND watched_files.path IS NOT NULL ORDER BY watched_files.path`,
      recordingId,
    )
    .flatMap(({ path: relative, folder }) => [path.join(folder, relative), relative])
}

function setWatchedFile(
  store: Store,
  folderId: string,
  { key, bytes, mtimeMs, state, path: relative, recordingId, error }: WatchedFile,
): boolean {
  return store.change((append) => {
    if (store.row('SELECT 1 FROM watched_folders WHERE id = ?', folderId) === undefined) return false
    // Deleted since it was read.
    if (recordingId !== null && store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
      return false
    const text = error === null ? null : JSON.stringify(error)
    const changed = store.run(
      `INSERT INTO watched_files VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (folder_id, key) DO UPDATE SET bytes = excluded.bytes, mtime_ms = excluded.mtime_ms,
         state = excluded.state, path = excluded.path, recording_id = excluded.recording_id, error = excluded.error
       WHERE bytes <> excluded.bytes OR mtime_ms <> excluded.mtime_ms OR state <> excluded.state
         OR recording_id IS NOT excluded.recording_id OR error IS NOT excluded.error`,
      folderId,
      key,
      bytes,
      mtimeMs,
      state,
      relative,
      recordingId,
      text,
    )
    if (changed > 0) append('watch-changed', { folderId, what: 'file', state })
    return changed > 0
  })
}

const fileOf = ({ error, ...row }: Row): WatchedFile => ({
  ...row,
  error: error === null ? null : (JSON.parse(error) as JobError),
})

export const watchedFilesTable: TableDescription = {
  name: 'watched_files',
  whenDeleted: 'unlinked',
  whenJoined: 'as-deleted',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
