import { Fault } from '#contracts/errors'
import type { JobRecord, Library, LibraryEvent, RequestedState, Watch } from '../library/library.ts'
import { isOpenIn } from '../library/lock/open-processes.ts'
import { JobHolds } from './job-holds.ts'
import type { JobKind } from './job-kind.ts'
import { JobOutcomes } from './job-runner-outcomes.ts'
import { JobPace } from './job-runner-pace.ts'
import { JobRetries } from './job-runner-retry.ts'
import { runJob } from './run-job.ts'

/** Polling interval for changes that cause no event: a killed program, freed disk space. */
const CHECK_EVERY_MS = 2_000

const WAKING_EVENTS: ReadonlySet<LibraryEvent['kind']> = new Set([
  'job-requested',
  'job-freed',
  'job-released',
  'job-finished',
  'job-failed',
  'recording-updated',
  'recording-deleted',
  'events-missed',
])

export interface JobRunnerOptions {
  /** Called with errors outside the jobs themselves. */
  readonly onError: (error: unknown) => void
  /** A job ended, but the library could not log an event because its disk is full. */
  readonly onUnloggedChange?: () => void
}

interface CurrentRun {
  readonly job: JobRecord
  readonly controller: AbortController
  /** Resolves once no part of the run is active any more. */
  readonly ended: PromiseWithResolvers<void>
}

/**
 * Runs the library's jobs automatically, including those left by a program that ended: in the order in which they
 * were requested, as many of each kind at once as that kind allows. Jobs that another program runs are waited for. A
 * job that waits for disk space or for its original stays `failed` with that reason, so that every page shows it, and
 * is retried automatically.
 */
export class JobRunner {
  readonly holds: JobHolds
  readonly #library: Library
  readonly #kinds: ReadonlyMap<string, JobKind>
  readonly #onError: (error: unknown) => void
  readonly #pace = new JobPace()
  readonly #retries: JobRetries
  readonly #outcomes: JobOutcomes
  /** By job id. */
  readonly #runs = new Map<string, CurrentRun>()
  #watch: Watch | undefined
  #timer: NodeJS.Timeout | undefined
  #loop: Promise<void> = Promise.resolve()
  #isClosed = false
  #wake: () => void = () => undefined
  #hasChanges = false

  constructor(library: Library, kinds: readonly JobKind[], options: JobRunnerOptions) {
    this.#library = library
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]))
    this.holds = new JobHolds({
      kinds,
      onHold: (held) => {
        for (const { job, controller } of this.#runs.values())
          if (held.includes(job.kind)) controller.abort(new Fault('job.cancelled'))
      },
      onRelease: () => this.#wakeLoop(),
    })
    this.#onError = options.onError
    this.#retries = new JobRetries(library, () => this.#wakeLoop())
    this.#outcomes = new JobOutcomes(library, {
      onError: options.onError,
      onUnloggedChange: options.onUnloggedChange ?? (() => undefined),
    })
  }

  start(): void {
    this.#watch = this.#library.watch((event) => this.#onEvent(event))
    this.#timer = setInterval(() => this.#wakeLoop(), CHECK_EVERY_MS)
    this.#loop = this.#run()
  }

  /** Releases running jobs; they are resumed later, here or in another program. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    this.#watch?.stop()
    for (const { controller } of this.#runs.values()) controller.abort(new Fault('job.cancelled'))
    this.#wakeLoop()
    await this.#loop
  }

  /**
   * Fault of this and the next three methods: `job.unknown`. A job whose state does not allow the operation
   * is unchanged.
   */
  async pause(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state === 'queued' || state === 'running') await this.#setState(jobId, 'paused')
  }

  async resume(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state === 'paused') await this.#setState(jobId, 'queued')
  }

  async cancel(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state !== 'done' && state !== 'cancelled') await this.#setState(jobId, 'cancelled')
  }

  async retry(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state === 'failed' || state === 'cancelled' || this.#outcomes.isUnstored(jobId)) {
      this.#retries.forget(jobId)
      await this.#setState(jobId, 'queued')
    }
  }

  /** For use before a recording is deleted: once this resolves, nothing writes into its folders any more. */
  async stopRecording(recordingId: string): Promise<void> {
    const its = [...this.#runs.values()].filter(({ job }) => job.recordingId === recordingId)
    await Promise.all(
      its.map(async ({ job, ended }) => {
        await this.#setState(job.id, 'cancelled')
        await ended.promise
      }),
    )
  }

  secondsLeft({ id, kind, settings }: JobRecord): number | null {
    const known = this.#kinds.get(kind)
    if (known === undefined) return null
    return this.#pace.secondsLeft(
      id,
      (step, fraction) => known.wholeFraction(settings, step, fraction),
      performance.now(),
    )
  }

  /** Overall progress, 0–1; null before the first step and for an unknown kind. */
  wholeFraction({ kind, settings, progress }: JobRecord): number | null {
    if (progress === null) return null
    return this.#kinds.get(kind)?.wholeFraction(settings, progress.step, progress.fraction ?? 0) ?? null
  }

  /** Error of a job whose outcome could not be stored yet. */
  unstoredError(jobId: string): unknown {
    return this.#outcomes.unstoredError(jobId)
  }

  /** Whether another process runs it. */
  isElsewhere({ holder }: JobRecord): boolean {
    return holder !== null && holder.id !== this.#library.self.id
  }

  async #job(jobId: string): Promise<JobRecord> {
    const job = await this.#library.job(jobId)
    if (job === undefined) throw new Fault('job.unknown', { id: jobId })
    return job
  }

  async #setState(jobId: string, state: RequestedState): Promise<void> {
    // The library is updated first, so that no other program claims the job.
    await this.#library.setJobState(jobId, state)
    this.#outcomes.forget(jobId)
    if (state !== 'queued') this.#runs.get(jobId)?.controller.abort(new Fault('job.cancelled'))
    this.#wakeLoop()
  }

  #onEvent({ kind, touched }: LibraryEvent): void {
    const { jobId, recordingId, state, step, fraction } = touched
    if (typeof jobId === 'string') {
      if (kind === 'job-claimed') this.#pace.forget(jobId)
      if (kind === 'job-progress' && typeof step === 'string' && typeof fraction === 'number') {
        this.#pace.note(jobId, step, fraction, performance.now())
      }
    }
    if (kind === 'recording-deleted') {
      for (const { job, controller } of this.#runs.values()) {
        if (job.recordingId === recordingId) controller.abort(new Fault('job.cancelled'))
      }
    }
    if (
      kind === 'job-released' &&
      typeof jobId === 'string' &&
      (state === 'paused' || state === 'cancelled')
    ) {
      this.#stopReleased(jobId).catch(this.#onError)
    }
    if (WAKING_EVENTS.has(kind)) this.#wakeLoop()
  }

  /**
   * Stops a run that another program's page paused or canceled; rechecks the state, as a late event may be out of
   * date.
   */
  async #stopReleased(jobId: string): Promise<void> {
    const run = this.#runs.get(jobId)
    const state = (await this.#library.job(jobId))?.state
    if (state === 'paused' || state === 'cancelled') run?.controller.abort(new Fault('job.cancelled'))
  }

  #wakeLoop(): void {
    this.#hasChanges = true
    this.#wake()
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      this.#hasChanges = false
      try {
        await this.#outcomes.storeAll()
        await this.#startJobs()
        await this.#restKinds()
      } catch (error) {
        this.#onError(error)
      }
      if (this.#hasChanges) continue
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    await Promise.all([...this.#runs.values()].map(({ ended }) => ended.promise))
    for (const kind of this.#kinds.values()) await kind.rest()
  }

  async #startJobs(): Promise<void> {
    const jobs = await this.#library.listedJobs(0)
    for (const kind of this.#kinds.values()) {
      const free = (await kind.atOnce(this.#library)) - this.#countRuns(kind)
      if (free <= 0) continue
      const its = jobs.filter((job) => job.kind === kind.name && !this.#runs.has(job.id))
      const retried = await this.#retries.queueAgain(its, free)
      const waiting = its.filter((job) => this.#isWaiting(job) && !retried.includes(job))
      // Retried jobs come first because they were requested before those that are queued.
      for (const job of [...retried, ...waiting].slice(0, free)) {
        if (!this.#isClosed && !this.holds.isHeld(kind.name)) this.#start(kind, job)
      }
    }
  }

  #isWaiting({ id, state, holder }: JobRecord): boolean {
    if (this.#outcomes.isUnstored(id)) return false
    return (
      state === 'queued' ||
      (state === 'running' && (holder === null || !isOpenIn(this.#library.folder, holder.id)))
    )
  }

  async #restKinds(): Promise<void> {
    for (const kind of this.#kinds.values()) if (this.#countRuns(kind) === 0) await kind.rest()
  }

  #countRuns(kind: JobKind): number {
    return [...this.#runs.values()].filter(({ job }) => job.kind === kind.name).length
  }

  #start(kind: JobKind, job: JobRecord): void {
    const run: CurrentRun = {
      job,
      controller: new AbortController(),
      ended: Promise.withResolvers<void>(),
    }
    this.#runs.set(job.id, run)
    this.#runToEnd(kind, run).catch(this.#onError)
  }

  async #runToEnd(kind: JobKind, run: CurrentRun): Promise<void> {
    const { job, controller, ended } = run
    try {
      await this.#runNow(kind, job, controller.signal)
      this.#retries.forget(job.id)
    } catch (error) {
      if (!controller.signal.aborted) await this.#outcomes.failed(job.id, error)
    } finally {
      this.#runs.delete(job.id)
      ended.resolve()
      this.#wakeLoop()
    }
  }

  async #runNow(kind: JobKind, job: JobRecord, signal: AbortSignal): Promise<void> {
    const { recordingId, settings, settingsKey } = job
    const key = await kind.keyOf(settings)
    if (key !== settingsKey) {
      // The key has changed since the request, e.g. with other models: the same request with the current ones is
      // another job.
      await this.#library.requestJob({ recordingId, kind: kind.name, settings, settingsKey: key })
      await this.#library.setJobState(job.id, 'cancelled')
      return
    }
    await runJob(this.#library, kind, job, { signal, onProgress: () => undefined })
  }
}
