import { Worker } from 'node:worker_threads'
import { entryLocation } from '../../processes/entry-location.ts'
import type { RewriteElsewhere } from './background-erasure.ts'
import type { WorkerData } from './worker-messages.ts'

/** In a thread of its own. */
export const rewriteInThread: RewriteElsewhere = (file, target) => {
  const data: WorkerData = { folder: '', rewrite: { file, target } }
  const thread = new Worker(entryLocation('studio/library/worker/worker.ts', 'library'), {
    workerData: data,
    execArgv: [],
  })
  thread.unref()
  const done = new Promise<boolean>((resolve) => {
    thread.once('message', (message: unknown) => resolve(message === 'written'))
    thread.once('error', () => resolve(false))
    thread.once('exit', () => resolve(false))
  })
  return { done, stop: () => void thread.terminate() }
}
