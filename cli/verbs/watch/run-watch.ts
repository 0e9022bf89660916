import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '#contracts/errors'
import type { Library, WatchedFolder } from '#studio/library/library'
import { openService, type StudioService } from '#studio/service'
import type { Studio } from '#studio/studio'
import { WATCH_PACE } from '#studio/watch/folder-watcher'
import { reportDeletedSound } from '../../library/deleted-sounds.ts'
import { reportRecovery } from '../../library/recovered.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { folderToWatch, type WatchPlan } from './plan-watch.ts'
import { WatchReport } from './watch-report.ts'

type RunPlan = Extract<WatchPlan, { readonly action: 'add' | 'watch' }>

/**
 * Watches a folder, or those of the setting, until asked to stop; with `once`, until the present files are
 * done.
 */
export async function runWatch(
  openLibrary: () => Promise<Studio>,
  terminal: Terminal,
  plan: RunPlan,
  signal: AbortSignal,
): Promise<number> {
  const prepared = await prepare(openLibrary, terminal, plan, signal)
  if (prepared === null) return 1
  const report = new WatchReport(terminal, { once: plan.once })
  const service = await openService(prepared.dataFolder, {
    onError: (error) => terminal.error(error),
    onRecovered: (recovery) => reportRecovery(terminal, recovery),
    onSoundDeleted: (sound) => reportDeletedSound(terminal, sound),
    onWatchNotice: (notice) => report.notice(notice),
    // A single pass: the studio itself watches nothing.
    ...(plan.once
      ? { watchesOnly: '' }
      : prepared.folder === null
        ? {}
        : { watchesOnly: prepared.folder.id }),
  })
  report.follow(service.studio.library)
  try {
    if (plan.once && prepared.folder !== null) return await runOnce(service, report, prepared.folder, signal)
    await aborted(signal)
    return 0
  } finally {
    report.stop()
    await service.close()
  }
}

interface Prepared {
  readonly dataFolder: string
  /** Null: the folders of the setting. */
  readonly folder: WatchedFolder | null
}

/** Null if there is nothing to watch. */
async function prepare(
  openLibrary: () => Promise<Studio>,
  terminal: Terminal,
  plan: RunPlan,
  signal: AbortSignal,
): Promise<Prepared | null> {
  const studio = await openLibrary()
  try {
    const folder = await wantedFolder(studio, terminal, plan, signal)
    return folder === undefined ? null : { dataFolder: studio.dataFolder, folder }
  } finally {
    await studio.close()
  }
}

/** Null: the folders of the setting; undefined if it has none. */
async function wantedFolder(
  studio: Studio,
  terminal: Terminal,
  plan: RunPlan,
  signal: AbortSignal,
): Promise<WatchedFolder | null | undefined> {
  const [given] = plan.folders
  if (given === undefined) {
    const all = await studio.library.watchedFolders()
    const count = all.filter(({ isOn, isSetting }) => isOn && isSetting).length
    if (count === 0) terminal.note('no-folders', {}, terminal.words('watch.none'))
    else terminal.note('watching', { count }, terminal.words('watch.now.setting', { count }))
    return count === 0 ? undefined : null
  }
  const { folder, isNew } = await folderToWatch(studio, given, plan, signal)
  const leaves = isNew && !plan.existing
  if (!plan.once) {
    const line = terminal.words(leaves ? 'watch.now' : 'watch.now.existing', { folder: folder.path })
    terminal.note('watching', { folder: folder.path }, line)
  }
  return folder
}

const LOOK_FOR_TEXTS_MS = 250

async function runOnce(
  { studio, watched }: StudioService,
  report: WatchReport,
  folder: WatchedFolder,
  signal: AbortSignal,
): Promise<number> {
  const pace = { ...WATCH_PACE, everyMs: WATCH_PACE.quietMs / 2, refuseAfterMs: WATCH_PACE.quietMs }
  const watcher = await watched.watcherOf(folder.id, pace)
  if (watcher === null) throw new Fault('watch.unknown', { folder: folder.path })
  try {
    for (;;) {
      const look = await watcher.look()
      // Another program watches it, which has been reported.
      if (look === null) return 0
      report.setChanging(look.changing)
      if (look.settling === 0) break
      await sleep(pace.everyMs, undefined, { signal })
    }
    while (await hasTextsToCome(studio.library, folder.id)) {
      await sleep(LOOK_FOR_TEXTS_MS, undefined, { signal })
      await watched.writer.write(false)
    }
    await watched.writer.write(false)
  } catch (error) {
    if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
    throw error
  } finally {
    await watcher.close()
  }
  return report.summary()
}

/** Whether tasks of waiting files still have to be done. */
async function hasTextsToCome(library: Library, folderId: string): Promise<boolean> {
  for (const { recordingId, folder, state } of await library.waitingFiles()) {
    if (folder.id !== folderId || state !== 'waiting') continue
    const jobs = await library.jobsOf(recordingId)
    if (jobs.some(({ kind, state: of }) => kind === 'transcribe' && (of === 'queued' || of === 'running')))
      return true
  }
  return false
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
