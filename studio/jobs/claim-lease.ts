import { Fault } from '#contracts/errors'
import type { JobProgress } from '#contracts/progress'
import type { Library } from '../library/library.ts'
import { processIdentity } from '../library/process-liveness.ts'

const LOOK_AGAIN_MS = 200

/**
 * Waits until this process may run the job: one running job a library, whoever runs it. The lease is kept alive by
 * the library's worker from then on. 'done' where another program finished the job meanwhile.
 */
export async function claimLease(
  library: Library,
  jobId: string,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: JobProgress) => void },
): Promise<number | 'done'> {
  let toldPid = -1
  for (;;) {
    if (options.signal.aborted) throw new Fault('job.cancelled')
    const claim = await library.claimJob(jobId, processIdentity())
    if ('done' in claim) return 'done'
    if ('lease' in claim) {
      await library.keepLease(claim.lease)
      return claim.lease
    }
    if (claim.waitFor.pid !== toldPid) {
      toldPid = claim.waitFor.pid
      options.onProgress({ kind: 'waiting', pid: toldPid })
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}
