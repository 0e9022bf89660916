import { realpathSync } from 'node:fs'
import type { Watch, WatchedFolder } from '../library/library.ts'
import type { Studio } from '../studio.ts'
import { BesideWriter } from './beside-writer.ts'
import { FolderWatcher, WATCH_PACE, type WatchPace } from './folder-watcher.ts'
import type { WatchNotice } from './watch-notice.ts'

export interface WatchedFoldersOptions {
  readonly studio: Pick<Studio, 'library' | 'models' | 'dataFolder' | 'cacheFolder'>
  readonly onError: (error: unknown) => void
  readonly onNotice?: ((notice: WatchNotice) => void) | undefined
  /** Watches only this folder, whether in the setting or not; default: those of the setting. */
  readonly only?: string | undefined
  readonly pace?: WatchPace | undefined
}

/** Watches the library's folders while a program has it open, and writes the output files for their files. */
export class WatchedFolders {
  readonly writer: BesideWriter
  readonly #options: WatchedFoldersOptions
  readonly #watchers = new Map<string, { readonly watcher: FolderWatcher; readonly as: string }>()
  #watch: Watch | undefined
  #syncing: Promise<void> = Promise.resolve()
  #isClosed = false

  constructor(options: WatchedFoldersOptions) {
    this.#options = options
    this.writer = new BesideWriter({ ...options, onNotice: (notice) => options.onNotice?.(notice) })
  }

  start(): void {
    const { library } = this.#options.studio
    this.#watch = library.watch(({ kind, touched }) => {
      if (kind === 'events-missed' || (kind === 'watch-changed' && touched['what'] === 'folder')) this.#sync()
      if (kind === 'watch-changed' && touched['what'] === 'again')
        this.#watchers.get(String(touched['folderId']))?.watcher.forgetKnown()
    })
    this.writer.start()
    this.#sync()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#watch?.stop()
    await this.#syncing
    await Promise.all([...this.#watchers.values()].map(({ watcher }) => watcher.close()))
    await this.writer.close()
  }

  /** A watcher that checks on request; null if there is no such folder. */
  async watcherOf(folderId: string, pace = this.#pace): Promise<FolderWatcher | null> {
    const all = await this.#options.studio.library.watchedFolders()
    const folder = all.find(({ id }) => id === folderId)
    return folder === undefined ? null : this.#createWatcher(folder, all, pace)
  }

  #sync(): void {
    this.#syncing = this.#syncing.then(() => this.#syncNow()).catch(this.#options.onError)
  }

  async #syncNow(): Promise<void> {
    if (this.#isClosed) return
    const { studio, only } = this.#options
    const all = await studio.library.watchedFolders()
    const wanted = all.filter(({ id, isOn, isSetting }) =>
      only === undefined ? isOn && isSetting : id === only,
    )
    // The other folders determine what is left out of this one.
    const paths = all.map(({ path }) => path)
    const as = ({ problem: _problem, holder: _holder, ...folder }: WatchedFolder): string =>
      JSON.stringify([folder, paths])
    for (const [id, running] of this.#watchers) {
      const folder = wanted.find((one) => one.id === id)
      if (folder !== undefined && as(folder) === running.as) continue
      this.#watchers.delete(id)
      await running.watcher.close()
    }
    for (const folder of wanted) {
      if (this.#watchers.has(folder.id)) continue
      const watcher = this.#createWatcher(folder, all, this.#pace)
      this.#watchers.set(folder.id, { watcher, as: as(folder) })
      watcher.start()
    }
  }

  get #pace(): WatchPace {
    return this.#options.pace ?? WATCH_PACE
  }

  #createWatcher(folder: WatchedFolder, all: readonly WatchedFolder[], pace: WatchPace): FolderWatcher {
    const { studio, onError, onNotice } = this.#options
    const others = all.filter(({ id }) => id !== folder.id).map(({ path }) => path)
    return new FolderWatcher({
      studio,
      folder,
      except: new Set([...others, realpathSync(studio.dataFolder)]),
      pace,
      onNotice: (notice) => onNotice?.(notice),
      onError,
    })
  }
}
