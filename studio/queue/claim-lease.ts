import { Fault } from '#contracts/errors'
import type { Library } from '../library/library.ts'
import { faultOf } from './job-error.ts'

const RETRY_MS = 200

export interface ClaimOptions {
  readonly signal: AbortSignal
  /** `pid`: the process whose job has to end first. */
  readonly onProgress: (progress: { readonly kind: 'waiting'; readonly pid: number }) => void
}

/**
 * Waits until this process may run the job: at most `atOnce` jobs of a kind run in a library, across all programs.
 * 'done' if another program finished the job meanwhile. Throws the fault that ended it there, or `job.cancelled` if it
 * was paused or canceled.
 */
export async function claimLease(
  library: Library,
  jobId: string,
  atOnce: number,
  options: ClaimOptions,
): Promise<number | 'done'> {
  let reportedPid = -1
  for (;;) {
    if (options.signal.aborted) throw new Fault('job.cancelled')
    const claim = await library.claimJob(jobId, library.self, atOnce)
    if ('done' in claim) return 'done'
    if ('lease' in claim) return claim.lease
    if ('ended' in claim) throw claim.error === null ? new Fault('job.cancelled') : faultOf(claim.error)
    if (claim.waitFor.pid !== reportedPid) {
      reportedPid = claim.waitFor.pid
      options.onProgress({ kind: 'waiting', pid: reportedPid })
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}
