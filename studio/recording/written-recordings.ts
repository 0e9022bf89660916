import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { JournalState } from '#core/recording/journal-state'
import { codeOf } from '../faults/error-code.ts'
import { readJournalState } from './journal-file.ts'
import { isRecorderAlive } from './recorder-lease.ts'
import { isRunningId, journalPath, recordingsFolder } from './recording-folder.ts'

/** A recording in progress, or one left by an ended program. */
export interface WrittenRecording {
  readonly id: string
  readonly folder: string
  readonly state: JournalState
  /** A live process writes it, or makes its file. */
  readonly isAlive: boolean
  /** Last write of its journal; ms since the epoch. */
  readonly writtenAtMs: number
}

/** How long a recording waits for a page whose studio was killed. */
export const WAIT_FOR_PAGE_MS = 120_000
/** After this long without its studio, no page is expected. */
const MAX_AWAY_MS = 12 * 3_600_000

/** Whether the page that sent the sound may continue it: its writer was killed, and nobody stopped it. */
export function mayHavePage({ state, isAlive, writtenAtMs }: WrittenRecording, nowMs: number): boolean {
  return (
    !isAlive && state.stopped === null && state.start.fromPage === true && nowMs - writtenAtMs < MAX_AWAY_MS
  )
}

/** Everything in the folder of recordings, oldest first; usually nothing. */
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
      // Without the journal's first line, nothing was recorded yet.
      if (state === null) continue
      const { mtimeMs } = await stat(journalPath(folder))
      found.push({ id, folder, state, isAlive: await isRecorderAlive(folder), writtenAtMs: mtimeMs })
    } catch (error) {
      // Its program has just ended it.
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  return found
}
