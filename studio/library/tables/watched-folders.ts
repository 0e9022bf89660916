import { isProcessAlive, type ProcessIdentity } from '../../processes/process-liveness.ts'
import type { Store } from '../database/store.ts'
import type { JobError } from './jobs.ts'

export interface WatchedFolderOptions {
  /** ISO 639, or `auto`. */
  readonly language: string
  /** Number of speakers; null: found. */
  readonly speakers: number | null
  /** Ids of formats that are written beside each file. */
  readonly formats: readonly string[]
  readonly withSubfolders: boolean
  readonly isOn: boolean
  /** False for one that a command watches only as long as it runs. */
  readonly isSetting: boolean
}

export interface WatchedFolder extends WatchedFolderOptions {
  readonly id: string
  /** Absolute, without links. */
  readonly path: string
  /** Part of the keys of its files. */
  readonly salt: string
  readonly addedAtMs: number
  /** Why it cannot be watched now; null if it can. */
  readonly problem: JobError | null
  /** The process that watches it, or did last. */
  readonly holder: ProcessIdentity | null
}

/** The facts by which a file is known to be unchanged. */
export interface KeyedFile {
  readonly key: string
  readonly bytes: number
  readonly mtimeMs: number
}

/** A holder that was silent for so long watches no more; the heartbeat is written every `WATCH_HEARTBEAT_MS`. */
export const WATCH_TIMEOUT_MS = 60_000
export const WATCH_HEARTBEAT_MS = 15_000

export interface WatchedFolderCalls {
  /** By path. */
  watchedFolders(): WatchedFolder[]
  /** Adds a folder, or changes its options; files of `left` that are not known are left alone. */
  putWatchedFolder(
    folder: Pick<WatchedFolder, 'id' | 'path' | 'salt' | 'addedAtMs'> & WatchedFolderOptions,
    left: readonly KeyedFile[],
  ): void
  /** What was transcribed and written stays. False if it was not there. */
  removeWatchedFolder(id: string): boolean
  /** Returns whether that is new. */
  setWatchProblem(id: string, problem: JobError | null): boolean
  /** Takes or keeps the right to watch a folder. Returns the living process that has it; null if it is the caller's. */
  claimWatch(id: string, holder: ProcessIdentity): ProcessIdentity | null
  releaseWatch(id: string, holder: ProcessIdentity): void
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
  readonly startTime: string | null
}

const FOLDERS = `SELECT id, path, salt, language, speakers, formats, with_subfolders AS withSubfolders, is_on AS isOn,
  is_setting AS isSetting, added_at_ms AS addedAtMs, problem, pid, start_time AS startTime FROM watched_folders`

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
    releaseWatch(id, { pid }) {
      store.change(() => {
        store.run(
          'UPDATE watched_folders SET pid = NULL, start_time = NULL, heartbeat_at_ms = NULL WHERE id = ? AND pid = ?',
          id,
          pid,
        )
      })
    },
  }
}

interface HolderRow {
  readonly pid: number | null
  readonly startTime: string | null
  readonly heartbeatAtMs: number | null
}

function claimWatch(store: Store, id: string, holder: ProcessIdentity): ProcessIdentity | null {
  const read = () =>
    store.row<HolderRow>(
      'SELECT pid, start_time AS startTime, heartbeat_at_ms AS heartbeatAtMs FROM watched_folders WHERE id = ?',
      id,
    )
  const before = otherOf(read(), holder)
  // Looking at a process may take a while (macOS starts ps), so it is done before the transaction blocks others.
  const isAlive = before !== null && isProcessAlive(before)
  return store.change(() => {
    const nowMs = Date.now()
    const row = read()
    const other = otherOf(row, holder)
    const isSilent = Math.abs(nowMs - (row?.heartbeatAtMs ?? 0)) > WATCH_TIMEOUT_MS
    const isKnownDead = other !== null && other.pid === before?.pid && !isAlive
    if (other !== null && !isSilent && !isKnownDead) return other
    store.run(
      'UPDATE watched_folders SET pid = ?, start_time = ?, heartbeat_at_ms = ? WHERE id = ?',
      holder.pid,
      holder.startTime,
      nowMs,
      id,
    )
    return null
  })
}

function otherOf(row: HolderRow | undefined, own: ProcessIdentity): ProcessIdentity | null {
  if (row === undefined || row.pid === null) return null
  const { pid, startTime } = row
  return pid === own.pid && startTime === own.startTime ? null : { pid, startTime }
}

function folderOf({
  formats,
  withSubfolders,
  isOn,
  isSetting,
  problem,
  pid,
  startTime,
  ...row
}: Row): WatchedFolder {
  return {
    ...row,
    formats: JSON.parse(formats) as string[],
    withSubfolders: withSubfolders === 1,
    isOn: isOn === 1,
    isSetting: isSetting === 1,
    problem: problem === null ? null : (JSON.parse(problem) as JobError),
    holder: pid === null ? null : { pid, startTime },
  }
}
