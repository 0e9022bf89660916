import type { LibraryEvent, Watch } from '../library/library.ts'
import { isOnBattery } from '../power/battery.ts'
import { readPreferences } from '../preferences.ts'
import type { JobRunner } from '../queue/job-runner.ts'
import type { Studio } from '../studio.ts'
import type { IdleWork } from './idle-work.ts'

const QUIET_MS = 20_000
/** Polling interval: the system sends no event. */
const POWER_EVERY_MS = 60_000

const WAKING: ReadonlySet<LibraryEvent['kind']> = new Set([
  'job-requested',
  'job-claimed',
  'job-freed',
  'job-released',
  'job-finished',
  'job-failed',
  'transcript-finished',
  'recorder-changed',
  'setting-changed',
  'model-added',
  'events-missed',
])
/** They show that a person is there, but do not need the processor. */
const EDITS: ReadonlySet<LibraryEvent['kind']> = new Set(['edit-applied', 'cut-changed'])

export interface IdleJobsOptions {
  /** In the order in which they are begun. */
  readonly works: readonly IdleWork[]
  readonly studio: Pick<Studio, 'library'>
  readonly runner: Pick<JobRunner, 'holds'>
  readonly isRecording: () => boolean
  readonly onError: (error: unknown) => void
  /** Time without other work after which the program counts as idle. */
  readonly quietMs?: number | undefined
  /** Whether the computer runs on battery; default: as reported by the system. */
  readonly isOnBattery?: (() => Promise<boolean>) | undefined
  readonly powerEveryMs?: number | undefined
}

/**
 * When idle, does what the person wants to be done then, one job at a time. Any other work interrupts it, and so does
 * running on battery.
 */
export class IdleJobs {
  readonly #options: IdleJobsOptions
  #watch: Watch | undefined
  #timer: NodeJS.Timeout | undefined
  #powerTimer: NodeJS.Timeout | undefined
  #wasOnBattery = false
  /** Releases held jobs, by kind; none for kinds that may run. */
  readonly #letGo = new Map<string, () => void>()
  #work: Promise<void> = Promise.resolve()
  #isClosed = false

  constructor(options: IdleJobsOptions) {
    this.#options = options
  }

  start(): void {
    this.#hold(this.#options.works)
    this.#watch = this.#options.studio.library.watch(({ kind }) => {
      for (const work of this.#options.works) work.noticed(kind)
      if (WAKING.has(kind)) this.#look()
      else if (EDITS.has(kind)) this.#waitForQuiet()
    })
    this.#look()
    const lookAtPower = (): void => this.#do(() => this.#lookAtPower())
    this.#powerTimer = setInterval(lookAtPower, this.#options.powerEveryMs ?? POWER_EVERY_MS)
    this.#powerTimer.unref()
  }

  /** Keeps its holds: the runner is closed next. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#watch?.stop()
    clearTimeout(this.#timer)
    clearInterval(this.#powerTimer)
    await this.#work
  }

  /**
   * Checks immediately whether other work has begun, and, after a quiet period, whether there is something to
   * do.
   */
  #look(): void {
    this.#do(async () => void (await this.#holdOthers()))
    this.#waitForQuiet()
  }

  #waitForQuiet(): void {
    clearTimeout(this.#timer)
    if (this.#isClosed) return
    this.#timer = setTimeout(() => this.#do(() => this.#goOn()), this.#options.quietMs ?? QUIET_MS)
    this.#timer.unref()
  }

  #do(work: () => Promise<void>): void {
    this.#work = this.#work.then(() => (this.#isClosed ? undefined : work())).catch(this.#options.onError)
  }

  async #lookAtPower(): Promise<void> {
    const was = this.#wasOnBattery
    this.#wasOnBattery = await (this.#options.isOnBattery ?? isOnBattery)()
    if (this.#wasOnBattery) this.#hold(this.#options.works)
    else if (was) this.#waitForQuiet()
  }

  #hold(works: readonly IdleWork[]): void {
    const { holds } = this.#options.runner
    for (const { kind } of works)
      if (!this.#letGo.has(kind)) this.#letGo.set(kind, holds.hold('idle', [kind]))
  }

  /** Holds what may not run now; returns what may. */
  async #holdOthers(): Promise<readonly IdleWork[]> {
    const { studio, isRecording, works } = this.#options
    const jobs = await studio.library.listedJobs(0)
    await this.#lookAtPower()
    const isBusy =
      this.#wasOnBattery ||
      isRecording() ||
      jobs.some(({ kind, state }) => !this.#isOwn(kind) && (state === 'queued' || state === 'running'))
    const preferences = await readPreferences(studio.library)
    const wanted = isBusy ? [] : works.filter((work) => work.isWanted(preferences))
    this.#hold(works.filter((work) => !wanted.includes(work)))
    return wanted
  }

  #isOwn(kind: string): boolean {
    return this.#options.works.some((work) => work.kind === kind)
  }

  async #goOn(): Promise<void> {
    const wanted = this.#isClosed ? [] : await this.#holdOthers()
    if (wanted.length === 0) return
    for (const { kind } of wanted) {
      this.#letGo.get(kind)?.()
      this.#letGo.delete(kind)
    }
    const own = (await this.#options.studio.library.listedJobs(0)).filter(({ kind }) => this.#isOwn(kind))
    if (own.some(({ kind, state }) => state === 'running' || (state === 'queued' && !this.#letGo.has(kind))))
      return
    for (const work of wanted) if (await work.request(() => this.#isClosed)) return
  }
}
