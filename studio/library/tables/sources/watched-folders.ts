import { type Holder, isOpenIn } from '../../lock/open-processes.ts'
import type { Store } from '../../database/store.ts'
import type { JobError } from '../jobs/jobs.ts'
import { OF_NO_RECORDING, type TableDescription } from '../../table-description.ts'

export interface WatchedFolderOptions {
  /** ISO 639, or `auto`. */
  readonly language: string
  /** Number of speakers; null: detected. */
  readonly speakers: number | null
  /** Ids of the formats written next to each file. */
  readonly formats: readonly string[]
  readonly withSubfolders: boolean
  readonly isOn: boolean
  /** False for a folder that a command watches only while it runs. */
  readonly isSetting: boolean
}

export interface WatchedFolder extends WatchedFolderOptions {
  readonly id: string
  /** Absolute, with links resolved. */
  readonly path: string
  /** Part of the keys of its files. */
  readonly salt: string
  readonly addedAtMs: number
  /** Why it cannot be watched now; null if it can. */
  readonly problem: JobError | null
  /** The process that watches it, or did last. */
  readonly holder: Holder | null
}

/** The facts by which a file is known to be unchanged. */
export interface KeyedFile {
  readonly key: string
  readonly bytes: number
  readonly mtimeMs: number
}

/** How often a watcher of a folder verifies that it still has the right to. */
export const WATCH_HEARTBEAT_MS = 15_000

export interface WatchedFolderCalls {
  /** Ordered by path. */
  watchedFolders(): WatchedFolder[]
  /** Adds a folder, or changes its options; unknown files in `left` are ignored. */
  putWatchedFolder(
    folder: Pick<WatchedFolder, 'id' | 'path' | 'salt' | 'addedAtMs'> & WatchedFolderOptions,
    left: readonly KeyedFile[],
  ): void
  /** Keeps its transcripts and written files. False if it was not listed. */
  removeWatchedFolder(id: string): boolean
  /** Returns whether it is new. */
  setWatchProblem(id: string, problem: JobError | null): boolean
  /**
   * Takes or keeps the right to watch a folder. Returns the living process that has it; null if it is the
   * caller's.
   */
  claimWatch(id: string, holder: Holder): Holder | null
  releaseWatch(id: string, holder: Holder): void
}

interface Row extends Omit<
  WatchedFolder,
  'formats' | 'withSubfolders' | 'isOn' | 'isSetting' | 'problem' | 'holder'
> {
  readonly formats: string
  readonly withSubfolders: number
  readonly isOn: number
  readonly isSetting: number
  readonly problem: string | null
  readonly pid: number | null
  readonly processId: string | null
}

const FOLDERS = `SELECT id, path, salt, language, speakers, formats, with_subfolders AS withSubfolders, is_on AS isOn,
  is_setting AS isSetting, added_at_ms AS addedAtMs, problem, pid, process_id AS processId FROM watched_folders`

export function createWatchedFolderCalls(store: Store): WatchedFolderCalls {
  return {
    watchedFolders: () => store.rows<Row>(`${FOLDERS} ORDER BY path`).map(folderOf),
    putWatchedFolder(folder, left) {
      const { id, path, salt, addedAtMs, language, speakers, formats, withSubfolders, isOn, isSetting } =
        folder
      store.change((append) => {
        store.run(
          `INSERT INTO watched_folders
             (id, path, salt, language, speakers, formats, with_subfolders, is_on, is_setting, added_at_ms)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET language = excluded.language, speakers = excluded.speakers,
             formats = excluded.formats, with_subfolders = excluded.with_subfolders, is_on = excluded.is_on,
             is_setting = excluded.is_setting`,
          id,
          path,
          salt,
          language,
          speakers,
          JSON.stringify(formats),
          Number(withSubfolders),
          Number(isOn),
          Number(isSetting),
          addedAtMs,
        )
        for (const { key, bytes, mtimeMs } of left) {
          store.run(
            "INSERT OR IGNORE INTO watched_files VALUES (?, ?, ?, ?, 'left', NULL, NULL, NULL)",
            id,
            key,
            bytes,
            mtimeMs,
          )
        }
        append('watch-changed', { folderId: id, what: 'folder' })
      })
    },
    removeWatchedFolder: (id) =>
      store.change((append) => {
        if (store.run('DELETE FROM watched_folders WHERE id = ?', id) === 0) return false
        append('watch-changed', { folderId: id, what: 'folder' })
        return true
      }),
    setWatchProblem: (id, problem) =>
      store.change((append) => {
        const text = problem === null ? null : JSON.stringify(problem)
        const changed = store.run(
          'UPDATE watched_folders SET problem = ? WHERE id = ? AND problem IS NOT ?',
          text,
          id,
          text,
        )
        if (changed > 0)
          append('watch-changed', { folderId: id, what: 'problem', code: problem?.code ?? null })
        return changed > 0
      }),
    claimWatch: (id, holder) => claimWatch(store, id, holder),
    releaseWatch(id, holder) {
      store.change(() => {
        store.run(
          'UPDATE watched_folders SET pid = NULL, process_id = NULL WHERE id = ? AND process_id = ?',
          id,
          holder.id,
        )
      })
    },
  }
}

function claimWatch(store: Store, id: string, holder: Holder): Holder | null {
  const read = (): Holder | null => {
    const row = store.row<Pick<Row, 'pid' | 'processId'>>(
      'SELECT pid, process_id AS processId FROM watched_folders WHERE id = ?',
      id,
    )
    return row === undefined ? null : holderOf(row)
  }
  const before = read()
  if (before?.id === holder.id) return null
  // Accessing files may be slow, so it is done before the transaction blocks others.
  const isAlive = before !== null && isOpenIn(store.folder, before.id)
  return store.change(() => {
    const other = read()
    if (other !== null && (isAlive || other.id !== before?.id)) return other
    store.run('UPDATE watched_folders SET pid = ?, process_id = ? WHERE id = ?', holder.pid, holder.id, id)
    return null
  })
}

/** Null also for one of a program of version 0.1, which has ended. */
const holderOf = ({ pid, processId }: Pick<Row, 'pid' | 'processId'>): Holder | null =>
  pid === null || processId === null ? null : { id: processId, pid }

function folderOf({
  formats,
  withSubfolders,
  isOn,
  isSetting,
  problem,
  pid,
  processId,
  ...row
}: Row): WatchedFolder {
  return {
    ...row,
    formats: JSON.parse(formats) as string[],
    withSubfolders: withSubfolders === 1,
    isOn: isOn === 1,
    isSetting: isSetting === 1,
    problem: problem === null ? null : (JSON.parse(problem) as JobError),
    holder: holderOf({ pid, processId }),
  }
}

export const watchedFoldersTable: TableDescription = {
  name: 'watched_folders',
  ...OF_NO_RECORDING,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
