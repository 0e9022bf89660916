import { readdir, readFile } from 'node:fs/promises'
import { readJournal } from '#core/recording/read-journal'
import { type JournalState, journalState } from '#core/recording/journal-state'
import { madeUpStart } from './made-up-start.ts'
import { journalPath } from './recording-folder.ts'

/**
 * Null for a folder without sound whose journal is missing or lacks its first line: nothing was recorded in
 * it yet.
 */
export async function readJournalState(folder: string): Promise<JournalState | null> {
  const text = await readFile(journalPath(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const { entries } = readJournal(text)
  const state = journalState(entries)
  if (state !== null) return state
  const start = await madeUpStart(folder, await readdir(folder))
  return start === null ? null : journalState([start, ...entries])
}
