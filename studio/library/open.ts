import { Worker } from 'node:worker_threads'
import { resolve } from 'node:path'
import { connectToWorker } from './worker/client.ts'
import type { Library } from './library.ts'
import { entryLocation } from '../processes/entry-location.ts'
import type { WorkerData } from './worker/worker-messages.ts'

export interface OpenLibraryOptions {
  /** For a bundle that keeps the worker elsewhere. */
  readonly workerLocation?: URL
}

/**
 * Opens the library in `folder`, making it where there is none, in a worker thread of its own. Faults:
 * `library.newer-version` (nothing is touched then), `library.network-drive`, `library.damaged` (it could not
 * be mended), `library.busy`, `library.unusable`, `disk.read-only`, `disk.full`, `disk.failed`.
 */
export async function openLibrary(folder: string, options: OpenLibraryOptions = {}): Promise<Library> {
  const absolute = resolve(folder)
  const data: WorkerData = { folder: absolute }
  const worker = new Worker(
    options.workerLocation ?? entryLocation('studio/library/worker/worker.ts', 'library'),
    {
      workerData: data,
      // The program's own flags (a test runner's loaders) are none of the worker's.
      execArgv: [],
    },
  )
  return await connectToWorker(worker, absolute)
}
