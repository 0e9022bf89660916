import { Worker } from 'node:worker_threads'
import { Fault } from '#contracts/errors'
import type { diarizePieces } from '#core/speakers/diarize'
import { entryLocation } from '../processes/entry-location.ts'

export type DiarizeInput = Parameters<typeof diarizePieces>[0]
export type DiariseResult = ReturnType<typeof diarizePieces>

/** Clustering three hours takes seconds, so it runs off the thread that renews the job's lease. */
export function diarizeInWorker(input: DiarizeInput, signal: AbortSignal): Promise<DiariseResult> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Fault('job.cancelled'))
      return
    }
    const worker = new Worker(entryLocation('studio/jobs/diarize-worker.ts', 'diarize'), {
      workerData: input,
    })
    const onAbort = () => {
      reject(new Fault('job.cancelled'))
      void worker.terminate()
    }
    signal.addEventListener('abort', onAbort, { once: true })
    worker.once('message', (result: DiariseResult) => {
      signal.removeEventListener('abort', onAbort)
      resolve(result)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Fault('internal', {}, `speakers worker ended with ${code}`))
    })
  })
}
