import type { MediaRequest } from '#contracts/export-requests'
import type { SoundToPage } from '#contracts/sound-wire'
import type { MediaKind, ToPage } from '#contracts/wire'
import { Fault } from '#contracts/errors'
import { Connection } from './api/connection.ts'
import { makeRouter } from './api/router.ts'
import { studioApi } from './api/studio-api.ts'
import { dropLeftCache } from './deletion/drop-left-cache.ts'
import { deleteLeftFiles } from './deletion/finish-deletions.ts'
import type { StartEngine } from './engine-link/engine-child.ts'
import { dropOldFilms, type FilmFile, filmFileOf } from './export/film-files.ts'
import type { StartedFilm } from './job-kinds/start-film.ts'
import { startMedia } from './job-kinds/start-media.ts'
import { secondTexts } from './idle/second-texts.ts'
import { IdleJobs } from './idle/idle-jobs.ts'
import { joinsOfCuts } from './idle/joins-of-cuts.ts'
import { ImportStore } from './imports/import-store.ts'
import { createJobKinds } from './job-kinds/job-kinds.ts'
import { PowerChoices } from './power/power-choices.ts'
import { readPreferences } from './preferences.ts'
import { Recorder } from './recording/recorder.ts'
import { InterruptedRecordings } from './recording/interrupted-recordings.ts'
import type { Recovery } from './recording/recover-recordings.ts'
import { OtherLibraries } from './libraries/other-libraries.ts'
import { LiveTextWatch } from './recording/live-text-watch.ts'
import { SoundChannel } from './recording/sound-channel.ts'
import { DueSounds, type DueSound } from './storage/due-sounds.ts'
import { SHOTS } from './job-kinds/shots.ts'
import { IDLE_JOIN_CHECK } from './job-kinds/join-check.ts'
import { DOUBT_OPINION } from './library/tables/results/second-opinions.ts'
import { LiveTexts } from './live-text/live-texts.ts'
import { JobRunner } from './queue/job-runner.ts'
import { mediaFileOf, type MediaFile } from './originals/media-file.ts'
import type { FindProxy } from './network/proxy.ts'
import type { OnOpeningStep } from './library/opening-step.ts'
import { openStudio, type Studio } from './studio.ts'
import type { WatchNotice } from './watch/watch-notice.ts'
import type { WatchPace } from './watch/folder-watcher.ts'
import { WatchedFolders } from './watch/watched-folders.ts'

/** A studio that serves pages and runs jobs automatically; its host (Electron, the web host) keeps it open. */
export interface StudioService {
  readonly studio: Studio
  readonly runner: JobRunner
  readonly imports: ImportStore
  readonly recorder: Recorder
  /** Connects one page. `local`: a window of this program, which may send and receive paths of this computer. */
  connect(options: { readonly local: boolean; readonly send: (message: ToPage) => void }): Connection
  /** Watched folders; a command may check one itself. */
  readonly watched: WatchedFolders
  /** Accepts the sound of one page, for running recordings. */
  /** Number of recordings made by this process and not stopped yet. */
  runningRecordings(): number
  openSoundChannel(send: (message: SoundToPage) => void): SoundChannel
  /** The file of a recording's audio, original or peaks; null if there is none. */
  mediaFile(recordingId: string, kind: MediaKind): Promise<MediaFile | null>
  /** Starts a job that makes a film with captions, or a file of sound, at a path that the person chose. */
  startFilm(request: MediaRequest, path: string): Promise<StartedFilm>
  /** The film that a job made for download; null if there is none. */
  filmFile(jobId: string): Promise<FilmFile | null>
  /**
   * Number of jobs that ending the program now would interrupt. Excludes shot detection, which is quickly
   * redone, and idle work, which resumes by itself.
   */
  runningJobs(): Promise<number>
  /** Releases running jobs, so that they resume next time, then closes the library. */
  close(): Promise<void>
}

export interface ServiceOptions {
  /** Called with bugs and with errors outside any call. */
  readonly onError: (error: unknown) => void
  /** Called with the progress of preparing a large library. */
  readonly onOpening?: OnOpeningStep
  /** Called for each recording whose program was gone; if omitted, failures go to `onError`. */
  readonly onRecovered?: (recovery: Recovery) => void
  /** How long an interrupted recording waits for its page, ms; default: two minutes. */
  readonly waitForPageMs?: number
  /** How often other programs' recordings are checked, ms, as they may be killed; default: 15 s. */
  readonly lookAgainMs?: number
  /** Called for each sound deleted on its day. */
  readonly onSoundDeleted?: (sound: DueSound) => void
  /** Called with title and paths of a deleted recording, which the host's log may contain. */
  readonly onDeleted?: (names: readonly string[]) => void
  /** Called with what happens in watched folders. */
  readonly onWatchNotice?: (notice: WatchNotice) => void
  /** Watches only this folder; default: those of the setting. */
  readonly watchesOnly?: string
  readonly watchPace?: WatchPace
  /** Default: child processes of this process. */
  readonly startEngine?: StartEngine
  /** The proxy for an address; default: from the environment. */
  readonly findProxy?: FindProxy
  /** Quiet time, ms, after which the program counts as idle; default: 20 s. */
  readonly idleAfterMs?: number
  /** Whether the computer runs on battery; default: as reported by the system (Linux). */
  readonly isOnBattery?: () => Promise<boolean>
  /** How often that is checked, ms; default: a minute. */
  readonly powerEveryMs?: number
  /** Validates outputs too, for tests. */
  readonly checkOutput?: boolean
}

/** Throws the faults of `openStudio`. */
export async function openService(dataFolder: string, options: ServiceOptions): Promise<StudioService> {
  const studio = await openStudio(dataFolder, options.startEngine, options.onOpening)
  const { onError, checkOutput = false } = options
  const connections = new Set<Connection>()
  const power = new PowerChoices({ ...options, library: studio.library })
  await power.look()
  const isLowPriority = () => power.isLowPriority
  const jobKinds = createJobKinds({ ...studio, findProxy: options.findProxy, isLowPriority })
  const runner = new JobRunner(studio.library, jobKinds, {
    onError,
    onUnloggedChange: () => {
      for (const connection of connections) connection.requestResync()
    },
  })
  const imports = new ImportStore(studio)
  const { library } = studio
  const codec = async () => (await readPreferences(library)).recordingCodec
  const liveTexts = new LiveTexts({
    ...studio,
    holdJobs: () => runner.holds.hold('recording'),
    onError,
  })
  const recorder = new Recorder({
    library,
    dataFolder: studio.dataFolder,
    codec,
    onError,
    onStarted: (running) => liveTexts.follow(running),
  })
  let letGo: () => void = () => undefined
  const otherTexts = new LiveTextWatch({
    dataFolder: studio.dataFolder,
    own: () => new Set(recorder.all.map(({ id }) => id)),
    onChange: (pid) => {
      letGo()
      letGo = pid === null ? () => undefined : runner.holds.hold('recording')
    },
    onError,
  })
  await otherTexts.look()
  const watched = new WatchedFolders({
    studio,
    onError,
    onNotice: options.onWatchNotice,
    only: options.watchesOnly,
    pace: options.watchPace,
  })
  const others = new OtherLibraries()
  const router = makeRouter(
    studioApi({
      studio,
      runner,
      imports,
      recorder,
      besideWriter: watched.writer,
      others,
      findProxy: options.findProxy,
      onError,
      onDeleted: (names) => options.onDeleted?.(names),
    }),
    { checkOutput },
  )
  imports.dropOld(Date.now()).catch(onError)
  dropOldFilms(studio.cacheFolder, Date.now()).catch(onError)
  dropLeftCache(studio, Date.now()).catch(onError)
  const isRecording = () => recorder.all.some(({ stopReason }) => stopReason === null)
  const idleJobs = new IdleJobs({
    works: [joinsOfCuts(studio), secondTexts(studio)],
    studio,
    runner,
    isRecording,
    onError,
    quietMs: options.idleAfterMs,
    isOnBattery: options.isOnBattery,
    powerEveryMs: options.powerEveryMs,
  })
  // Before the runner, so that none of its jobs begins at once.
  idleJobs.start()
  power.start(runner.holds)
  runner.start()
  watched.start()
  const dueSounds = new DueSounds({
    ...studio,
    onError,
    onDeleted: (sound) => options.onSoundDeleted?.(sound),
    onNames: (names) => options.onDeleted?.(names),
  })
  const closing = new AbortController()
  const interrupted = new InterruptedRecordings({
    ...studio,
    recorder,
    codec,
    signal: closing.signal,
    waitMs: options.waitForPageMs,
    lookAgainMs: options.lookAgainMs,
    onRecovered: (recovery) => {
      if (options.onRecovered !== undefined) options.onRecovered(recovery)
      else if (recovery.error !== null) onError(recovery.error)
    },
    onError,
  })
  // A recording that is being deleted must not be recovered.
  await deleteLeftFiles(studio).catch(onError)
  // Before any page asks for its recording.
  await interrupted.start()
  return {
    studio,
    runner,
    imports,
    recorder,
    watched,
    runningRecordings: () => recorder.all.filter(({ stopReason }) => stopReason === null).length,
    openSoundChannel: (send) => new SoundChannel({ recorder, send }),
    connect({ local, send }) {
      const connection = new Connection({
        router,
        library: studio.library,
        local,
        send,
        onBug: onError,
        onClose: () => connections.delete(connection),
      })
      connections.add(connection)
      return connection
    },
    mediaFile: (recordingId, kind) => mediaFileOf(studio, recordingId, kind),
    startFilm: (request, path) => startMedia(studio.library, request, path),
    filmFile: (jobId) => filmFileOf(studio, jobId),
    async runningJobs() {
      const jobs = await studio.library.listedJobs(0)
      return jobs.filter(
        ({ kind, state, holder }) =>
          kind !== SHOTS &&
          kind !== DOUBT_OPINION &&
          kind !== IDLE_JOIN_CHECK &&
          state === 'running' &&
          holder?.id === studio.library.self.id,
      ).length
    },
    async close() {
      for (const connection of connections) connection.close()
      closing.abort(new Fault('job.cancelled'))
      otherTexts.stop()
      // The recording has priority: it is closed before anything that may take time.
      await recorder.close()
      await liveTexts.close()
      await interrupted.close()
      await watched.close()
      await idleJobs.close()
      await power.close()
      await runner.close()
      await imports.close()
      await dueSounds.close()
      await others.close()
      await studio.close()
    },
  }
}
