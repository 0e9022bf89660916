import { statSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import { LIBRARY_FILE } from './database/library-file.ts'
import { openLibraryToRead, type ReadLibrary } from './open.ts'
import type { FoundRecording, TitleHit } from './tables/search/search.ts'
import type { SearchHit } from './tables/search/search-hits.ts'

/** One library's results for a query. */
export interface Found {
  readonly titles: readonly TitleHit[]
  readonly hits: readonly SearchHit[]
}

export interface FoundElsewhere extends Found {
  /** The recordings referred to by `titles` and `hits`. */
  readonly recordings: readonly FoundRecording[]
}

/** An open file prevents a person from moving or ejecting it. */
const IDLE_MS = 20_000

interface Opened {
  readonly library: Promise<ReadLibrary>
  /** Identity of the file: a repaired or replaced library is a different one. */
  readonly file: string
  users: number
  timer: NodeJS.Timeout | undefined
}

/** Libraries that this process searches: each is opened for its first search, and closed when idle. */
export class OpenedLibraries {
  readonly #idleMs: number
  readonly #opened = new Map<string, Opened>()

  constructor(idleMs = IDLE_MS) {
    this.#idleMs = idleMs
  }

  /** Faults: those of `openLibraryToRead`, `library.busy`, `library.damaged`. */
  async search(folder: string, words: string, limit: number): Promise<FoundElsewhere> {
    const opened = await this.#open(folder)
    clearTimeout(opened.timer)
    opened.users += 1
    try {
      const library = await opened.library
      const [titles, hits] = await Promise.all([
        library.titlesWith(words, limit),
        library.search(words, limit),
      ])
      const ids = [...new Set([...titles, ...hits].map(({ recordingId }) => recordingId))]
      return { titles, hits, recordings: await library.foundRecordings(ids) }
    } catch (error) {
      await this.#close(folder, opened)
      throw error
    } finally {
      opened.users -= 1
      if (opened.users === 0)
        opened.timer = setTimeout(() => void this.#close(folder, opened), this.#idleMs).unref()
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#opened].map(([folder, opened]) => this.#close(folder, opened)))
  }

  async #open(folder: string): Promise<Opened> {
    const file = fileIn(folder)
    const known = this.#opened.get(folder)
    if (known?.file === file) return known
    const opened: Opened = { library: openLibraryToRead(folder), file, users: 0, timer: undefined }
    this.#opened.set(folder, opened)
    if (known !== undefined) await this.#close(folder, known)
    return opened
  }

  async #close(folder: string, opened: Opened): Promise<void> {
    clearTimeout(opened.timer)
    if (this.#opened.get(folder) === opened) this.#opened.delete(folder)
    // If it could not be opened, the search has already received the fault.
    await opened.library.then(
      (library) => library.close(),
      () => undefined,
    )
  }
}

function fileIn(folder: string): string {
  try {
    const { dev, ino } = statSync(path.join(folder, LIBRARY_FILE), { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return 'gone'
  }
}
