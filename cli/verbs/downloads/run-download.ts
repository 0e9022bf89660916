import { Fault } from '#contracts/errors'
import type { JobKind } from '#studio/queue/job-kind'
import { runJob } from '#studio/queue/run-job'
import type { JobRecord, Library } from '#studio/library/library'
import type { Terminal } from '../../terminal/terminal.ts'

/**
 * Runs a download as a job that open pages show. Interrupting pauses the job: only the person, here or on a
 * page, resumes it. `onStep`: fractions of the step and of the whole, 0–1. Returns null if another program
 * finished it meanwhile. Throws the faults of the job.
 */
export async function runDownload<Result, StepName extends string>(
  library: Library,
  terminal: Terminal,
  kind: JobKind<Result, StepName>,
  job: JobRecord,
  signal: AbortSignal,
  onStep: (step: StepName, fraction: number, whole: number) => void,
): Promise<Result | null> {
  // A page may also pause or cancel it.
  const stop = new AbortController()
  const onAbort = (): void => stop.abort(new Fault('job.cancelled'))
  signal.addEventListener('abort', onAbort, { once: true })
  const watch = library.watch(({ kind: event, touched }) => {
    if (event === 'job-released' && touched['jobId'] === job.id && touched['state'] !== 'queued') onAbort()
  })
  terminal.startFile()
  try {
    return await runJob(library, kind, job, {
      signal: stop.signal,
      onProgress(progress) {
        if (progress.kind === 'waiting') {
          const { pid } = progress
          terminal.status('waiting', { pid }, terminal.words('progress.waiting', { pid }))
        } else {
          const { step, fraction } = progress
          onStep(step, fraction, kind.wholeFraction(job.settings, step, fraction))
        }
      },
    })
  } catch (error) {
    if (signal.aborted) await library.setJobState(job.id, 'paused')
    throw error
  } finally {
    watch.stop()
    signal.removeEventListener('abort', onAbort)
  }
}
