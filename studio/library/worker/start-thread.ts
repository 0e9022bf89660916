import { Worker } from 'node:worker_threads'
import { entryLocation } from '../../processes/entry-location.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-messages.ts'

/** A thread that serves one library and ends when it is closed. */
export interface LibraryThread {
  on(event: 'message', listener: (message: FromWorker) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: () => void): unknown
  postMessage(message: ToWorker): void
  /** Whether it keeps the process running. */
  ref(): void
  unref(): void
}

export function startThread(data: WorkerData): LibraryThread {
  return new Worker(entryLocation('studio/library/worker/worker.ts', 'library'), {
    workerData: data,
    // The program's own flags (a test runner's loaders) must not apply to the worker.
    execArgv: [],
  })
}
