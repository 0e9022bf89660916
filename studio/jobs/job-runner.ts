import { Fault } from '#contracts/errors'
import { Step } from '#contracts/progress'
import { TranscribeSettings } from '#contracts/settings'
import type { LibraryEvent, Watch } from '../library/library.ts'
import type { JobRecord, SettledState } from '../library/jobs.ts'
import { isProcessAlive } from '../library/process-liveness.ts'
import type { JobEngines } from './job-engines.ts'
import { jobErrorOf } from './job-error.ts'
import { JobPace } from './job-runner-pace.ts'
import { JobRetries } from './job-runner-retry.ts'
import { settingsKey } from './settings-key.ts'
import { jobEngines, modelsFor, transcribe, type TranscribeDependencies } from './transcribe.ts'

/** How often is looked for what tells of itself by no event: a program that was killed, a disk with room again. */
const LOOK_EVERY_MS = 2_000

const WAKING: ReadonlySet<LibraryEvent['kind']> = new Set([
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
  /** Hears of what went wrong beside the jobs themselves. */
  readonly onTrouble: (error: unknown) => void
  /** A job ended, and no event of the library can tell of it, as its disk is full. */
  readonly onUntold?: () => void
}

interface CurrentRun {
  readonly jobId: string
  readonly recordingId: string
  readonly controller: AbortController
  /** Resolves once nothing of it runs any more. */
  readonly ended: PromiseWithResolvers<void>
}

/**
 * Runs the library's jobs by itself, one at a time in the order in which they were asked for, those too that a
 * program left when it ended. What another program runs is waited for. A job that waits for room on the disk or for
 * its original stays `failed` with that reason, so that every page shows it, and goes on by itself.
 */
export class JobRunner {
  readonly #dependencies: TranscribeDependencies
  /** Kept from job to job, ended where none follows. */
  readonly #engines: JobEngines
  readonly #onTrouble: (error: unknown) => void
  readonly #onUntold: () => void
  readonly #pace = new JobPace()
  readonly #retries: JobRetries
  /** Ends of runs that could not be written down (the disk is full): tried again until they can. */
  readonly #unsettled = new Map<string, { readonly state: SettledState; readonly error?: unknown }>()
  #current: CurrentRun | undefined
  /** What a person wants of the current job instead of its going on. */
  #wanted: 'paused' | 'cancelled' | undefined
  #watch: Watch | undefined
  #timer: NodeJS.Timeout | undefined
  #loop: Promise<void> = Promise.resolve()
  #isClosed = false
  #wake: () => void = () => undefined
  #hasNews = false

  constructor(dependencies: TranscribeDependencies, options: JobRunnerOptions) {
    this.#dependencies = dependencies
    this.#engines = jobEngines(dependencies.startEngine)
    this.#onTrouble = options.onTrouble
    this.#onUntold = options.onUntold ?? (() => undefined)
    this.#retries = new JobRetries(dependencies.library)
  }

  start(): void {
    this.#watch = this.#dependencies.library.watch((event) => this.#hear(event))
    this.#timer = setInterval(() => this.#news(), LOOK_EVERY_MS)
    this.#loop = this.#run()
  }

  /** Gives the running job back: it goes on the next time, here or in another program. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    this.#watch?.stop()
    this.#current?.controller.abort(new Fault('job.cancelled'))
    this.#news()
    await this.#loop
  }

  /** Faults of these four: `job.unknown`. A job in a state that knows no such thing stays as it is. */
  async pause(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state === 'queued' || state === 'running') await this.#settle(jobId, 'paused')
  }

  async resume(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state === 'paused') await this.#settle(jobId, 'queued')
  }

  async cancel(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state !== 'done' && state !== 'cancelled') await this.#settle(jobId, 'cancelled')
  }

  async retry(jobId: string): Promise<void> {
    const { state } = await this.#job(jobId)
    if (state === 'failed' || state === 'cancelled' || this.#unsettled.has(jobId)) {
      this.#retries.forget(jobId)
      await this.#settle(jobId, 'queued')
    }
  }

  /** Before a recording is deleted: nothing writes into its folders any more once this is done. */
  async stopRecording(recordingId: string): Promise<void> {
    const current = this.#current
    if (current?.recordingId !== recordingId) return
    await this.#settle(current.jobId, 'cancelled')
    await current.ended.promise
  }

  secondsLeft(jobId: string, uncounted: ReadonlySet<Step>): number | null {
    return this.#pace.secondsLeft(jobId, uncounted, performance.now())
  }

  /** Why a job ended whose end could not be written down yet. */
  unsettledError(jobId: string): unknown {
    return this.#unsettled.get(jobId)?.error
  }

  async #job(jobId: string): Promise<JobRecord> {
    const job = await this.#dependencies.library.job(jobId)
    if (job === undefined) throw new Fault('job.unknown', { id: jobId })
    return job
  }

  async #settle(jobId: string, state: SettledState): Promise<void> {
    const isCurrent = this.#current?.jobId === jobId
    if (isCurrent) this.#wanted = state === 'paused' || state === 'cancelled' ? state : undefined
    // The library first: from then on no other program takes the job up.
    await this.#dependencies.library.settleJob(jobId, state)
    this.#unsettled.delete(jobId)
    if (isCurrent && this.#wanted !== undefined && this.#current?.jobId === jobId) {
      this.#current.controller.abort(new Fault('job.cancelled'))
    }
    this.#news()
  }

  #hear({ kind, touched }: LibraryEvent): void {
    const { jobId, state } = touched
    if (typeof jobId === 'string') {
      if (kind === 'job-claimed') this.#pace.forget(jobId)
      const step = Step.safeParse(touched.step)
      if (kind === 'job-progress' && step.success && typeof touched.fraction === 'number') {
        this.#pace.note(jobId, step.data, touched.fraction, performance.now())
      }
    }
    // Another program's page paused or cancelled what runs here, or deleted its recording.
    const current = this.#current
    const isStopped =
      (kind === 'job-released' &&
        jobId === current?.jobId &&
        (state === 'paused' || state === 'cancelled')) ||
      (kind === 'recording-deleted' && touched.recordingId === current?.recordingId)
    if (isStopped) current?.controller.abort(new Fault('job.cancelled'))
    if (WAKING.has(kind)) this.#news()
  }

  #news(): void {
    this.#hasNews = true
    this.#wake()
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      this.#hasNews = false
      try {
        await this.#settleAgain()
        const job = await this.#next()
        if (job !== undefined) {
          await this.#runJob(job)
          continue
        }
        await this.#engines.close()
      } catch (error) {
        this.#onTrouble(error)
      }
      if (this.#hasNews) continue
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    await this.#engines.close()
  }

  async #settleAgain(): Promise<void> {
    for (const [jobId, { state, error }] of this.#unsettled) {
      const known = error === undefined ? [] : [jobErrorOf(error)]
      try {
        await this.#dependencies.library.settleJob(jobId, state, ...known)
      } catch (problem) {
        if (!(problem instanceof Fault)) throw problem
        if (problem.code !== 'job.unknown') continue
      }
      this.#unsettled.delete(jobId)
    }
  }

  async #next(): Promise<JobRecord | undefined> {
    const { library } = this.#dependencies
    const jobs = await library.listedJobs(0)
    for (const job of jobs) {
      if (!(await this.#retries.mayGoOn(job, performance.now()))) continue
      this.#retries.tried(job.id, performance.now())
      await library.settleJob(job.id, 'queued')
      return { ...job, state: 'queued' }
    }
    return jobs.find(
      ({ id, state, holder }) =>
        !this.#unsettled.has(id) &&
        (state === 'queued' || (state === 'running' && (holder === null || !isProcessAlive(holder)))),
    )
  }

  async #runJob(job: JobRecord): Promise<void> {
    const controller = new AbortController()
    const ended = Promise.withResolvers<void>()
    this.#current = { jobId: job.id, recordingId: job.recordingId, controller, ended }
    this.#wanted = undefined
    if (this.#isClosed) controller.abort(new Fault('job.cancelled'))
    try {
      await this.#transcribe(job, controller.signal)
      this.#retries.forget(job.id)
    } catch (error) {
      if (!controller.signal.aborted) await this.#failed(job.id, error)
    } finally {
      const wanted = this.#wanted
      if (wanted !== undefined) await this.#makeSure(job.id, wanted)
      this.#current = undefined
      this.#wanted = undefined
      ended.resolve()
    }
  }

  async #transcribe(job: JobRecord, signal: AbortSignal): Promise<void> {
    const { library, models } = this.#dependencies
    const recording = await library.recording(job.recordingId)
    const settings = TranscribeSettings.parse(job.settings)
    const key = settingsKey(settings, await modelsFor(models, settings))
    if (key !== job.settingsKey) {
      // Asked for when models were others: the same wish, with those of now, is another job.
      await library.requestJob({ recordingId: recording.id, kind: job.kind, settings, settingsKey: key })
      await library.settleJob(job.id, 'cancelled')
      return
    }
    await transcribe({ ...this.#dependencies, engines: this.#engines }, recording, settings, {
      signal,
      onProgress: () => undefined,
    })
  }

  /** Transcribing writes down why it failed; what failed before it began, or could not be written, is ours to. */
  async #failed(jobId: string, error: unknown): Promise<void> {
    const code = error instanceof Fault ? error.code : null
    if (code === 'job.lease-lost' || code === 'job.cancelled') return
    if (code === null) this.#onTrouble(error)
    try {
      const job = await this.#dependencies.library.job(jobId)
      const isOurs = job?.state === 'running' && job.holder?.pid === process.pid
      if (job?.state === 'queued' || isOurs) {
        await this.#dependencies.library.settleJob(jobId, 'failed', jobErrorOf(error))
      }
    } catch (problem) {
      this.#unsettled.set(jobId, { state: 'failed', error })
      this.#onTrouble(problem)
      this.#onUntold()
    }
  }

  /** A wish that came while the job was being claimed was written over by the claim. */
  async #makeSure(jobId: string, wanted: 'paused' | 'cancelled'): Promise<void> {
    try {
      const job = await this.#dependencies.library.job(jobId)
      if (job !== undefined && job.state !== wanted) await this.#dependencies.library.settleJob(jobId, wanted)
    } catch (problem) {
      this.#unsettled.set(jobId, { state: wanted })
      this.#onTrouble(problem)
    }
  }
}
