import { Worker } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'
import { Fault } from '#contracts/errors'
import type { diarise } from '#core/speakers/diarise'

export type DiariseInput = Parameters<typeof diarise>[0]
export type DiariseResult = ReturnType<typeof diarise>

/** Clustering three hours takes seconds: it runs off the thread that keeps the job's lease alive. */
export function diariseInWorker(input: DiariseInput, signal: AbortSignal): Promise<DiariseResult> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Fault('job.cancelled'))
      return
    }
    const worker = new Worker(workerEntry(), { workerData: input })
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

/** From source the worker is TypeScript beside us; in a build it lies next to this bundle. */
function workerEntry(): string {
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL('./diarise-worker.ts', here))
  return fileURLToPath(new URL(here.includes('/chunks/') ? '../diarise.cjs' : './diarise.cjs', here))
}
