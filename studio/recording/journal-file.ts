import { type FileHandle, open, readdir, readFile } from 'node:fs/promises'
import type { JournalEntry } from '#core/recording/journal-entry'
import { journalLine, readJournal } from '#core/recording/read-journal'
import { type JournalState, journalState } from '#core/recording/journal-state'
import { madeUpStart } from './made-up-start.ts'
import { journalPath } from './recording-folder.ts'
import { type MakeRoom, writeAll } from './write-all.ts'

/** Appends to the journal of one recording; only the holder of its lease does. */
export class JournalFile {
  readonly #file: FileHandle
  readonly #makeRoom: MakeRoom
  #bytes: number

  private constructor(file: FileHandle, makeRoom: MakeRoom, bytes = 0) {
    this.#file = file
    this.#makeRoom = makeRoom
    this.#bytes = bytes
  }

  static async create(folder: string, makeRoom: MakeRoom): Promise<JournalFile> {
    return new JournalFile(await open(journalPath(folder), 'wx'), makeRoom)
  }

  /** Goes on with the journal of a writer that is gone; a last line that was cut is left out. */
  static async reopen(folder: string, makeRoom: MakeRoom): Promise<JournalFile> {
    const file = await open(journalPath(folder), 'r+')
    const bytes = await file.readFile()
    const whole = bytes.lastIndexOf('\n') + 1
    await file.truncate(whole)
    return new JournalFile(file, makeRoom, whole)
  }

  async append(entries: readonly JournalEntry[]): Promise<void> {
    if (entries.length === 0) return
    const bytes = Buffer.from(entries.map(journalLine).join(''))
    await writeAll(this.#file, bytes, this.#bytes, this.#makeRoom)
    this.#bytes += bytes.length
  }

  sync(): Promise<void> {
    return this.#file.datasync()
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}

/** Null for a folder without a journal that begins with its start, and without sound: nothing was recorded in it yet. */
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
