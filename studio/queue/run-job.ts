import { Fault } from '#contracts/errors'
import type { JobRecord, Library } from '../library/library.ts'
import { claimLease } from './claim-lease.ts'
import { jobErrorOf } from './job-error.ts'
import type { JobKind, RunProgress } from './job-kind.ts'

const REPORT_EVERY_MS = 500
const GIVE_BACK_EVERY_MS = 1_000

export interface RunOptions<StepName extends string> {
  readonly signal: AbortSignal
  readonly onProgress: (progress: RunProgress<StepName>) => void
}

/**
 * Waits until the job may run, runs it and stores the outcome. Returns null if another program finished it meanwhile.
 * Faults end the job; its checkpoints are kept.
 */
export async function runJob<Result, StepName extends string>(
  library: Library,
  kind: JobKind<Result, StepName>,
  job: JobRecord,
  options: RunOptions<StepName>,
): Promise<Result | null> {
  const lease = await claimLease(library, job.id, await kind.atOnce(library), options)
  if (lease === 'done') return null
  try {
    const report = progressReporter(library, lease, options)
    const { result, failure } = await kind.run({ job, lease, signal: options.signal, report })
    if (failure === null) await library.finishJob(lease)
    else await library.failJob(lease, jobErrorOf(failure))
    return result
  } catch (error) {
    const isStopped = options.signal.aborted || (isLeaseLost(error) && (await hasStopped(library, job.id)))
    const reason = isStopped ? new Fault('job.cancelled', {}, undefined, error) : error
    await giveBack(library, lease, reason).catch((other: unknown) => {
      // The reason why the job ended takes priority over the failed release.
      if (reason instanceof Error && reason.cause === undefined) reason.cause = other
      giveBackLater(library, lease, reason)
    })
    throw reason
  }
}

const isLeaseLost = (error: unknown): boolean => error instanceof Fault && error.code === 'job.lease-lost'

/** Whether a person paused or canceled it, or deleted its recording: then no other program has taken it. */
async function hasStopped(library: Library, jobId: string): Promise<boolean> {
  const state = (await library.job(jobId))?.state
  return state === undefined || state === 'paused' || state === 'cancelled'
}

/**
 * While this process is alive, nobody else frees its lease: releasing is retried until the library accepts
 * it, or is closed.
 */
function giveBackLater(library: Library, lease: number, reason: unknown): void {
  setTimeout(() => {
    giveBack(library, lease, reason).catch((other: unknown) => {
      const isUnusable = other instanceof Fault && other.code === 'library.unusable'
      // The lease was taken or ended meanwhile, or the library is closed, which frees this process's leases.
      if (!isLeaseLost(other) && !isUnusable) giveBackLater(library, lease, reason)
    })
  }, GIVE_BACK_EVERY_MS).unref()
}

async function giveBack(library: Library, lease: number, reason: unknown): Promise<void> {
  if (isLeaseLost(reason)) return
  if (reason instanceof Fault && reason.code === 'job.cancelled') await library.releaseJob(lease, 'queued')
  else await library.failJob(lease, jobErrorOf(reason))
}

function progressReporter<StepName extends string>(
  library: Library,
  lease: number,
  { signal, onProgress }: RunOptions<StepName>,
): (step: StepName, fraction: number) => void {
  let reportedAt = 0
  return (step, fraction) => {
    if (signal.aborted) return
    onProgress({ kind: 'step', step, fraction })
    const now = performance.now()
    if (now - reportedAt < REPORT_EVERY_MS) return
    reportedAt = now
    library.progressJob(lease, { step, fraction }).catch((error: unknown) => {
      // A problem with the lease or the disk surfaces at the next write of a result.
      if (!(error instanceof Fault)) throw error
    })
  }
}
