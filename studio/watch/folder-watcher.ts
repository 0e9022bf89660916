import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '#contracts/errors'
import { jobErrorOf } from '../queue/job-error.ts'
import type { WatchedFile, WatchedFolder } from '../library/library.ts'
import type { JobError } from '../library/tables/jobs/jobs.ts'
import { WATCH_HEARTBEAT_MS } from '../library/tables/sources/watched-folders.ts'
import type { Studio } from '../studio.ts'
import { folderFault } from './folder-fault.ts'
import { filesOpenForWriting } from './open-for-writing.ts'
import { type FileFacts, fileKey, readFacts, scanFolder } from './scan-folder.ts'
import { StableFiles } from './stable-files.ts'
import { importWatched, requestTranscript, wholeTranscript } from './take-file.ts'
import type { WatchNotice } from './watch-notice.ts'

export interface WatchPace {
  /** Interval between two checks of a folder, ms. */
  readonly everyMs: number
  /** A file that has not changed for this long, in three checks, is complete, ms. */
  readonly quietMs: number
  /** A file that is still unreadable by then, unchanged, is rejected, ms. */
  readonly refuseAfterMs: number
  /** How often known files are checked, ms: in a folder of thousands, not every time. */
  readonly knownEveryMs: number
}

export const WATCH_PACE: WatchPace = {
  everyMs: 5_000,
  quietMs: 10_000,
  refuseAfterMs: 60_000,
  knownEveryMs: 60_000,
}

const LOOKS = 3
/** Divisor: listing takes at most this fraction of the time, so that a slow drive is not kept busy. */
const SHARE_OF_TIME = 20
const MAX_PAUSE_MS = 60_000

/** Codes of faults that mean that a file has nothing to transcribe. */
const REFUSALS: ReadonlySet<string> = new Set([
  'media.unreadable',
  'media.unsupported',
  'media.no-audio',
  'media.empty-file',
  'format.other-kind',
])
/** It is still being written, or no longer exists. */
const CHANGING: ReadonlySet<string> = new Set(['media.changed', 'media.not-found', 'media.not-a-file'])

export interface FolderWatcherOptions {
  readonly studio: Pick<Studio, 'library' | 'models' | 'dataFolder'>
  readonly folder: WatchedFolder
  /** Other watched folders, and the library's own. */
  readonly except: ReadonlySet<string>
  readonly pace: WatchPace
  readonly onNotice: (notice: WatchNotice) => void
  readonly onError: (error: unknown) => void
}

export interface Look {
  /** Number of files that may be complete at one of the next checks. */
  readonly settling: number
  /** Number of files that were seen being written. */
  readonly changing: number
}

/** Watches one folder, unless another program does. */
export class FolderWatcher {
  readonly #options: FolderWatcherOptions
  readonly #stable = new StableFiles()
  readonly #closing = new AbortController()
  readonly #keys = new Map<string, string>()
  /** Keyed by file key; null until read from the library. */
  #known: Map<string, WatchedFile> | null = null
  #holdsSince = -Infinity
  #knownLookedAt = -Infinity
  #wasElsewhere = false
  #problem: JobError | null
  #lastTrouble = ''
  /** Duration of the last listing. */
  #listedMs = 0
  #running: Promise<void> = Promise.resolve()

  constructor(options: FolderWatcherOptions) {
    this.#options = options
    this.#problem = options.folder.problem
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Does not wait longer than this for an unresponsive drive. */
  async close(waitMs = 3_000): Promise<void> {
    this.#closing.abort(new Fault('job.cancelled'))
    await Promise.race([this.#running, sleep(waitMs, undefined, { ref: false })])
    const { studio, folder } = this.#options
    await studio.library.releaseWatch(folder.id, studio.library.self)
  }

  /** The state of the files has changed in the library. */
  forgetKnown(): void {
    this.#known = null
  }

  /** Null while another program watches the folder. */
  async look(): Promise<Look | null> {
    if (!(await this.#claim())) return null
    try {
      return await this.#lookAtFiles()
    } catch (error) {
      const { path: folder } = this.#options.folder
      this.#closing.signal.throwIfAborted()
      await this.#tellProblem(folderFault(error, folder))
      return { settling: 0, changing: 0 }
    }
  }

  async #run(): Promise<void> {
    const { pace, onError } = this.#options
    const { signal } = this.#closing
    const heartbeat = setInterval(() => {
      this.#claim().catch(onError)
    }, WATCH_HEARTBEAT_MS).unref()
    while (!signal.aborted) {
      try {
        await this.look()
        this.#lastTrouble = ''
      } catch (error) {
        if (signal.aborted) break
        // The library is locked or its disk is full: reported once, not at every check.
        const trouble = error instanceof Fault ? error.code : String(error)
        if (trouble !== this.#lastTrouble) onError(error)
        this.#lastTrouble = trouble
      }
      const pause = Math.max(pace.everyMs, Math.min(SHARE_OF_TIME * this.#listedMs, MAX_PAUSE_MS))
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined)
    }
    clearInterval(heartbeat)
  }

  async #claim(): Promise<boolean> {
    if (this.#closing.signal.aborted) return false
    const { studio, folder, onNotice } = this.#options
    if (performance.now() - this.#holdsSince < WATCH_HEARTBEAT_MS / 2) return true
    const other = await studio.library.claimWatch(folder.id, studio.library.self)
    this.#holdsSince = other === null ? performance.now() : -Infinity
    if (other !== null && !this.#wasElsewhere)
      onNotice({ kind: 'elsewhere', folder: folder.path, pid: other.pid })
    // The other program may have changed the stored state.
    if (other !== null) this.#known = null
    this.#wasElsewhere = other !== null
    return other === null
  }

  async #lookAtFiles(): Promise<Look> {
    const { studio, folder, except, pace } = this.#options
    const { signal } = this.#closing
    const startedAt = performance.now()
    const { files, unreadable } = await scanFolder(folder.path, { ...folder, except, signal })
    const known = (this.#known ??= new Map(
      (await studio.library.watchedFiles(folder.id)).map((file) => [file.key, file]),
    ))
    const looksAtKnown = performance.now() - this.#knownLookedAt >= pace.knownEveryMs
    if (looksAtKnown) this.#knownLookedAt = performance.now()
    const isNew = (file: string): boolean => !known.has(this.#keyOf(file)) || this.#stable.has(file)
    const wanted = looksAtKnown ? files : files.filter(isNew)
    const found = await readFacts(folder.path, wanted, signal)
    this.#listedMs = performance.now() - startedAt
    const ready: { file: string; facts: FileFacts; mayRefuse: boolean }[] = []
    let [settling, changing] = [0, 0]
    for (const [file, facts] of found) {
      const before = known.get(this.#keyOf(file))
      if (before?.bytes === facts.bytes && before.mtimeMs === facts.mtimeMs) {
        this.#stable.forget(file)
        continue
      }
      const { looks, forMs, hasChanged } = this.#stable.look(file, facts, performance.now())
      if (looks >= LOOKS && forMs >= pace.quietMs)
        ready.push({ file, facts, mayRefuse: forMs >= pace.refuseAfterMs })
      else if (hasChanged) changing += 1
      else settling += 1
    }
    const there = new Set(files)
    this.#stable.keepOnly(there)
    await this.#forgetGone(known, there)
    const open = ready.length === 0 ? new Set<string>() : await filesOpenForWriting(folder.path)
    let problem: Fault | null = null
    const [first] = unreadable
    if (first !== undefined) problem = folderFault(first.error, first.folder)
    // In order, as expected for files that arrived together.
    for (const { file, facts, mayRefuse } of ready.sort((a, b) => (a.file < b.file ? -1 : 1))) {
      if (open.has(path.join(folder.path, file))) {
        changing += 1
        continue
      }
      const outcome = await this.#take(known, file, facts, mayRefuse)
      if (outcome === 'settling') settling += 1
      else if (outcome === 'changing') changing += 1
      else if (outcome !== 'taken') problem = outcome
    }
    await this.#tellProblem(problem)
    return { settling, changing }
  }

  /** Returns a fault not caused by the file: it is taken once that is resolved. */
  async #take(
    known: Map<string, WatchedFile>,
    file: string,
    facts: FileFacts,
    mayRefuse: boolean,
  ): Promise<'taken' | 'settling' | 'changing' | Fault> {
    const { studio, folder, onNotice } = this.#options
    const { library } = studio
    const full = path.join(folder.path, file)
    const keep = async (
      row: Pick<WatchedFile, 'state' | 'path' | 'recordingId' | 'error'>,
    ): Promise<boolean> => {
      const stored = { key: this.#keyOf(file), ...facts, ...row }
      const isStored = await library.setWatchedFile(folder.id, stored)
      known.set(stored.key, stored)
      this.#stable.forget(file)
      return isStored
    }
    if (await library.isOwnOutput(full)) {
      await keep({ state: 'left', path: null, recordingId: null, error: null })
      return 'taken'
    }
    try {
      const { id } = await importWatched(studio, full, this.#closing.signal)
      const isKnown = (await wholeTranscript(library, id)) !== null
      if (!isKnown) await requestTranscript(studio, id, folder)
      const isStored = await keep({ state: 'waiting', path: file, recordingId: id, error: null })
      if (isStored) onNotice({ kind: 'taken', folder: folder.path, file, recordingId: id, isKnown })
      return 'taken'
    } catch (error) {
      this.#closing.signal.throwIfAborted()
      if (!(error instanceof Fault)) throw error
      if (CHANGING.has(error.code)) {
        this.#stable.forget(file)
        return 'changing'
      }
      if (!REFUSALS.has(error.code)) return error
      // A film whose end is still missing cannot be read either.
      if (!mayRefuse) return 'settling'
      const reported = jobErrorOf(
        new Fault(error.code, { ...error.values, file: path.basename(file) }, error.detail),
      )
      const isStored = await keep({ state: 'refused', path: file, recordingId: null, error: reported })
      if (isStored) onNotice({ kind: 'refused', folder: folder.path, file, error: reported })
      return 'taken'
    }
  }

  /** Rejections of deleted files are no longer reported; all other files remain known permanently. */
  async #forgetGone(known: Map<string, WatchedFile>, there: ReadonlySet<string>): Promise<void> {
    // The empty mount point of a missing drive.
    if (there.size === 0) return
    const gone = [...known.values()].filter(
      ({ state, path: file }) => state === 'refused' && file !== null && !there.has(file),
    )
    if (gone.length === 0) return
    for (const { key } of gone) known.delete(key)
    const { studio, folder } = this.#options
    await studio.library.forgetWatchedFiles(
      folder.id,
      gone.map(({ key }) => key),
    )
  }

  async #tellProblem(problem: Fault | null): Promise<void> {
    const { studio, folder, onNotice } = this.#options
    const error = problem === null ? null : jobErrorOf(problem)
    if (error?.code === this.#problem?.code && error?.message === this.#problem?.message) return
    this.#problem = error
    await studio.library.setWatchProblem(folder.id, error)
    if (error === null) onNotice({ kind: 'back', folder: folder.path })
    else onNotice({ kind: 'problem', folder: folder.path, error })
  }

  #keyOf(file: string): string {
    const known = this.#keys.get(file)
    if (known !== undefined) return known
    const key = fileKey(this.#options.folder.salt, file)
    this.#keys.set(file, key)
    return key
  }
}
