import { Worker } from 'node:worker_threads'
import { resolve } from 'node:path'
import { connectToWorker } from './worker/client.ts'
import type { Library } from './library.ts'
import { entryLocation } from '../processes/entry-location.ts'
import type { WorkerData } from './worker/worker-messages.ts'

export interface OpenLibraryOptions {
  /** For a bundle that stores the worker elsewhere. */
  readonly workerLocation?: URL
}

/**
 * Opens the library in `folder`, creating it if needed, in a separate worker thread. Faults: `library.newer-version`
 * (nothing is changed then), `library.network-drive`, `library.damaged` (it could not be read or repaired), `library.busy`,
 * `library.unusable`, `disk.read-only`, `disk.full`, `disk.failed`.
 */
export async function openLibrary(folder: string, options: OpenLibraryOptions = {}): Promise<Library> {
  const absolute = resolve(folder)
  const data: WorkerData = { folder: absolute }
  const worker = new Worker(
    options.workerLocation ?? entryLocation('studio/library/worker/worker.ts', 'library'),
    {
      workerData: data,
      // The program's own flags (a test runner's loaders) must not apply to the worker.
      execArgv: [],
    },
  )
  return await connectToWorker(worker, absolute)
}
