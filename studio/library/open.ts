import { Worker } from 'node:worker_threads'
import { resolve } from 'node:path'
import { connectToWorker } from './worker/client.ts'
import type { Library } from './library.ts'
import type { SearchCalls } from './tables/search.ts'
import { entryLocation } from '../processes/entry-location.ts'
import type { OnOpeningStep } from './opening-step.ts'
import type { WorkerData } from './worker/worker-messages.ts'

export interface OpenLibraryOptions {
  /** For a bundle that stores the worker elsewhere. */
  readonly workerLocation?: URL
  /** Told what is done with a large library before it can be used. */
  readonly onStep?: OnOpeningStep
}

/**
 * Opens the library in `folder`, creating it if needed, in a separate worker thread. Faults: `library.newer-version`
 * (nothing is changed then), `library.network-drive`, `library.damaged` (it could not be read or repaired), `library.busy`,
 * `library.unusable`, `disk.read-only`, `disk.full`, `disk.failed`.
 */
export async function openLibrary(folder: string, options: OpenLibraryOptions = {}): Promise<Library> {
  return await openInWorker({ folder: resolve(folder) }, options)
}

/** A library that is searched beside the one that is open. */
export type ReadLibrary = Pick<Library, 'folder' | 'close' | keyof SearchCalls>

/**
 * Opens the library in `folder` to search it, in a worker thread of its own; it is never migrated, repaired or written to.
 * Faults: those of `openToRead`.
 */
export async function openLibraryToRead(
  folder: string,
  options: OpenLibraryOptions = {},
): Promise<ReadLibrary> {
  return await openInWorker({ folder: resolve(folder), isOnlyRead: true }, options)
}

async function openInWorker(
  data: WorkerData,
  { workerLocation, onStep }: OpenLibraryOptions,
): Promise<Library> {
  const worker = new Worker(workerLocation ?? entryLocation('studio/library/worker/worker.ts', 'library'), {
    workerData: data,
    // The program's own flags (a test runner's loaders) must not apply to the worker.
    execArgv: [],
  })
  return await connectToWorker(worker, data.folder, onStep)
}
