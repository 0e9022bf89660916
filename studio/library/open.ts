import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Fault } from '#contracts/errors'
import { connectToThread } from './worker/client.ts'
import { faultOf } from './database/faults.ts'
import type { Library } from './library.ts'
import { joinLibrary, type Membership } from './lock/open-processes.ts'
import type { SearchCalls } from './tables/search/search.ts'
import { codeOf } from '../faults/error-code.ts'
import { presentFolder } from './moved-library.ts'
import type { OnOpeningStep } from './opening-step.ts'
import { startThread } from './worker/start-thread.ts'
import type { WorkerData } from './worker/worker-messages.ts'

export interface OpenLibraryOptions {
  /** Called with the progress of preparing a large library. */
  readonly onStep?: OnOpeningStep
}

/**
 * Opens the library in `folder`, or where it was moved to, creating it if needed, in a separate worker
 * thread. Faults: `library.newer-version` (nothing is changed then), `library.network-drive`,
 * `library.damaged` (it could not be read or repaired), `library.busy`, `library.unusable`, `disk.read-only`,
 * `disk.full`, `disk.failed`.
 */
export async function openLibrary(folder: string, options: OpenLibraryOptions = {}): Promise<Library> {
  const there = resolve(folder)
  try {
    return await openInWorker({ folder: there }, options, joined(there))
  } catch (error) {
    // Another program moved it while this one waited for it.
    if (!(error instanceof Fault) || error.code !== 'library.moved') throw error
    return await openLibrary(presentFolder(there), options)
  }
}

/** A library that is searched in addition to the open one. */
export type ReadLibrary = Pick<Library, 'folder' | 'close' | keyof SearchCalls>

/**
 * Opens the library in `folder` to search it, in a separate worker thread; never migrates, repairs or writes
 * to it. Faults: those of `openToRead`.
 */
export async function openLibraryToRead(
  folder: string,
  options: OpenLibraryOptions = {},
): Promise<ReadLibrary> {
  const there = resolve(folder)
  return await openInWorker({ folder: there, isOnlyRead: true }, options, joinedIfWritable(there))
}

function joined(folder: string): Membership {
  try {
    return joinLibrary(folder)
  } catch (error) {
    throw faultOf(error, folder)
  }
}

/** Null if there is no library, or its folder is read-only: its worker still reads it, or refuses it. */
function joinedIfWritable(folder: string): Membership | null {
  if (!existsSync(folder)) return null
  try {
    return joinLibrary(folder)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  }
}

async function openInWorker(
  data: WorkerData,
  { onStep }: OpenLibraryOptions,
  membership: Membership | null,
): Promise<Library> {
  const thread = startThread(membership === null ? data : { ...data, self: membership.self })
  thread.on('exit', () => membership?.leave())
  try {
    return await connectToThread(
      thread,
      data.folder,
      membership?.self ?? { id: '', pid: process.pid },
      onStep,
    )
  } catch (error) {
    membership?.leave()
    throw error
  }
}
