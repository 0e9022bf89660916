import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { JournalState } from '#core/recording/journal-state'
import { codeOf } from '../faults/error-code.ts'
import { readJournalState } from './journal-file.ts'
import { isRecorderAlive } from './recorder-lease.ts'
import { isRunningId, recordingsFolder } from './recording-folder.ts'

/** A recording that is being written, or was when its program ended. */
export interface WrittenRecording {
  readonly id: string
  readonly folder: string
  readonly state: JournalState
  /** A living process writes it, or makes its file. */
  readonly isAlive: boolean
}

/** All that is in the folder of recordings, oldest first; usually nothing. */
export async function writtenRecordings(dataFolder: string): Promise<WrittenRecording[]> {
  const all = recordingsFolder(dataFolder)
  const names = await readdir(all).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const found: WrittenRecording[] = []
  for (const id of names.filter(isRunningId).toSorted()) {
    const folder = path.join(all, id)
    try {
      const state = await readJournalState(folder)
      // Without its first line nothing was recorded yet.
      if (state !== null) found.push({ id, folder, state, isAlive: await isRecorderAlive(folder) })
    } catch (error) {
      // Its program has just ended it.
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  return found
}
