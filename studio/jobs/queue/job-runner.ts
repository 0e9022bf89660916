import { Fault } from '#contracts/errors'
import type { LibraryEvent, Watch } from '../../library/library.ts'
import type { JobRecord, Library, RequestedState } from '../../library/library.ts'
import { isProcessAlive } from '../../processes/process-liveness.ts'
import { jobErrorOf } from './job-error.ts'
import type { JobKind } from './job-kind.ts'
import { JobPace } from './job-runner-pace.ts'
import { JobRetries } from './job-runner-retry.ts'
import { runJob } from './run-job.ts'

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
  readonly onUnloggedChange?: () => void
}

interface CurrentRun {
  readonly job: JobRecord
  readonly controller: AbortController
  /** Resolves once nothing of it runs any more. */
  readonly ended: PromiseWithResolvers<void>
  /** What a person wants of the job instead of its going on. */
  wanted: 'paused' | 'cancelled' | undefined
}

/**
 * Runs the library's jobs by itself, of each kind as many at once as that allows, in the order in which they were
 * asked for; those too that a program left when it ended. What another program runs is waited for. A job that waits
 * for room on the disk or for its original stays `failed` with that reason, so that every page shows it, and goes on
 * by itself.
 */
export class JobRunner {
  readonly #library: Library
  readonly #kinds: ReadonlyMap<string, JobKind>
  readonly #onTrouble: (error: unknown) => void
  readonly #onUnloggedChange: () => void
  readonly #pace = new JobPace()
  readonly #retries: JobRetries
  /** Ends of runs that could not be written down (the disk is full): tried again until they can. */
  readonly #unstored = new Map<string, { readonly state: RequestedState; readonly error?: unknown }>()
  /** By the ids of their jobs. */
  readonly #runs = new Map<string, CurrentRun>()
  #watch: Watch | undefined
  #timer: NodeJS.Timeout | undefined
  #loop: Promise<void> = Promise.resolve()
  #isClosed = false
  #wake: () => void = () => undefined
  #hasNews = false

  constructor(library: Library, kinds: readonly JobKind[], options: JobRunnerOptions) {
    this.#library = library
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]))
    this.#onTrouble = options.onTrouble
    this.#onUnloggedChange = options.onUnloggedChange ?? (() => undefined)
    this.#retries = new JobRetries(library)
  }

  start(): void {
    this.#watch = this.#library.watch((event) => this.#hear(event))
    this.#timer = setInterval(() => this.#news(), LOOK_EVERY_MS)
    this.#loop = this.#run()
  }

  /** Gives running jobs back: they go on the next time, here or in another program. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    this.#watch?.stop()
    for (const { controller } of this.#runs.values()) controller.abort(new Fault('job.cancelled'))
    this.#news()
    await this.#loop
  }

  /** Faults of these four: `job.unknown`. A job in a state that knows no such thing stays as it is. */
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
    if (state === 'failed' || state === 'cancelled' || this.#unstored.has(jobId)) {
      this.#retries.forget(jobId)
      await this.#setState(jobId, 'queued')
    }
  }

  /** Before a recording is deleted: nothing writes into its folders any more once this is done. */
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

  /** How much of the whole way is behind, 0–1; null before the first step, and for a kind that is not known. */
  wholeFraction({ kind, settings, progress }: JobRecord): number | null {
    if (progress === null) return null
    return this.#kinds.get(kind)?.wholeFraction(settings, progress.step, progress.fraction ?? 0) ?? null
  }

  /** Why a job ended whose end could not be written down yet. */
  unstoredError(jobId: string): unknown {
    return this.#unstored.get(jobId)?.error
  }

  async #job(jobId: string): Promise<JobRecord> {
    const job = await this.#library.job(jobId)
    if (job === undefined) throw new Fault('job.unknown', { id: jobId })
    return job
  }

  async #setState(jobId: string, state: RequestedState): Promise<void> {
    const run = this.#runs.get(jobId)
    if (run !== undefined) run.wanted = state === 'paused' || state === 'cancelled' ? state : undefined
    // The library first: from then on no other program takes the job up.
    await this.#library.setJobState(jobId, state)
    this.#unstored.delete(jobId)
    if (run?.wanted !== undefined && this.#runs.get(jobId) === run) {
      run.controller.abort(new Fault('job.cancelled'))
    }
    this.#news()
  }

  #hear({ kind, touched }: LibraryEvent): void {
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
      this.#stopReleased(jobId).catch(this.#onTrouble)
    }
    if (WAKING.has(kind)) this.#news()
  }

  /** Another program's page paused or cancelled what runs here; an event that comes late may be out of date. */
  async #stopReleased(jobId: string): Promise<void> {
    const run = this.#runs.get(jobId)
    const state = (await this.#library.job(jobId))?.state
    if (state === 'paused' || state === 'cancelled') run?.controller.abort(new Fault('job.cancelled'))
  }

  #news(): void {
    this.#hasNews = true
    this.#wake()
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      this.#hasNews = false
      try {
        await this.#storeEnds()
        await this.#startJobs()
        await this.#restKinds()
      } catch (error) {
        this.#onTrouble(error)
      }
      if (this.#hasNews) continue
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    await Promise.all([...this.#runs.values()].map(({ ended }) => ended.promise))
    for (const kind of this.#kinds.values()) await kind.rest()
  }

  async #storeEnds(): Promise<void> {
    for (const [jobId, { state, error }] of this.#unstored) {
      const known = error === undefined ? [] : [jobErrorOf(error)]
      try {
        await this.#library.setJobState(jobId, state, ...known)
      } catch (problem) {
        if (!(problem instanceof Fault)) throw problem
        if (problem.code !== 'job.unknown') continue
      }
      this.#unstored.delete(jobId)
    }
  }

  async #startJobs(): Promise<void> {
    const jobs = await this.#library.listedJobs(0)
    for (const kind of this.#kinds.values()) {
      const free = (await kind.atOnce(this.#library)) - this.#countRuns(kind)
      if (free <= 0) continue
      const its = jobs.filter((job) => job.kind === kind.name && !this.#runs.has(job.id))
      const retried = await this.#retriable(its, free)
      const waiting = its.filter((job) => this.#isWaiting(job) && !retried.includes(job))
      for (const job of [...retried, ...waiting].slice(0, free)) {
        if (!this.#isClosed) this.#start(kind, job)
      }
    }
  }

  /** Failed jobs whose hindrance is gone, first: they were asked for before those that wait. */
  async #retriable(jobs: readonly JobRecord[], most: number): Promise<JobRecord[]> {
    const retried: JobRecord[] = []
    for (const job of jobs) {
      if (retried.length === most) break
      if (!(await this.#retries.mayGoOn(job, performance.now()))) continue
      this.#retries.tried(job.id, performance.now())
      await this.#library.setJobState(job.id, 'queued')
      retried.push(job)
    }
    return retried
  }

  #isWaiting({ id, state, holder }: JobRecord): boolean {
    if (this.#unstored.has(id)) return false
    return state === 'queued' || (state === 'running' && (holder === null || !isProcessAlive(holder)))
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
      wanted: undefined,
    }
    this.#runs.set(job.id, run)
    this.#runToEnd(kind, run).catch(this.#onTrouble)
  }

  async #runToEnd(kind: JobKind, run: CurrentRun): Promise<void> {
    const { job, controller, ended } = run
    try {
      await this.#runNow(kind, job, controller.signal)
      this.#retries.forget(job.id)
    } catch (error) {
      if (!controller.signal.aborted) await this.#failed(job.id, error)
    } finally {
      if (run.wanted !== undefined) await this.#makeSure(job.id, run.wanted)
      this.#runs.delete(job.id)
      ended.resolve()
      this.#news()
    }
  }

  async #runNow(kind: JobKind, job: JobRecord, signal: AbortSignal): Promise<void> {
    const { recordingId, settings, settingsKey } = job
    const key = await kind.keyOf(settings)
    if (key !== settingsKey) {
      // Asked for when e.g. models were others: the same wish, with those of now, is another job.
      await this.#library.requestJob({ recordingId, kind: kind.name, settings, settingsKey: key })
      await this.#library.setJobState(job.id, 'cancelled')
      return
    }
    await runJob(this.#library, kind, job, { signal, onProgress: () => undefined })
  }

  /** A run stores why it failed; what failed before it began, or could not be stored, is ours to. */
  async #failed(jobId: string, error: unknown): Promise<void> {
    const code = error instanceof Fault ? error.code : null
    if (code === 'job.lease-lost' || code === 'job.cancelled') return
    if (code === null) this.#onTrouble(error)
    try {
      const job = await this.#library.job(jobId)
      const isOurs = job?.state === 'running' && job.holder?.pid === process.pid
      if (job?.state === 'queued' || isOurs) {
        await this.#library.setJobState(jobId, 'failed', jobErrorOf(error))
      }
    } catch (problem) {
      this.#unstored.set(jobId, { state: 'failed', error })
      this.#onTrouble(problem)
      this.#onUnloggedChange()
    }
  }

  /** A wish that came while the job was being claimed was written over by the claim. */
  async #makeSure(jobId: string, wanted: 'paused' | 'cancelled'): Promise<void> {
    try {
      const job = await this.#library.job(jobId)
      if (job !== undefined && job.state !== wanted) await this.#library.setJobState(jobId, wanted)
    } catch (problem) {
      this.#unstored.set(jobId, { state: wanted })
      this.#onTrouble(problem)
    }
  }
}
