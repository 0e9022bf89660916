import { Worker } from 'node:worker_threads'
import { Fault } from '#contracts/errors'
import { entryLocation } from './entry-location.ts'

/**
 * Runs the worker of `source` (bundle `<bundle>.cjs` in a build) with `input` as its `workerData`; resolves with its
 * first message. Rejects with `job.cancelled` if `signal` aborts, and with the worker's own error if it fails.
 */
export function runInWorker<Result>(
  source: string,
  bundle: string,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new Fault('job.cancelled'))
      return
    }
    const worker = new Worker(entryLocation(source, bundle), { workerData: input })
    const onAbort = () => {
      reject(new Fault('job.cancelled'))
      void worker.terminate()
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    worker.once('message', (result: Result) => {
      signal?.removeEventListener('abort', onAbort)
      resolve(result)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Fault('internal', {}, `${bundle} worker ended with ${code}`))
    })
  })
}
