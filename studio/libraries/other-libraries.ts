import { isOnOwnDrive, searchLibraryAt } from '../drives/files.ts'
import { type FoundElsewhere, OpenedLibraries } from '../library/opened-libraries.ts'
import { presentLibrary } from './present-library.ts'

/**
 * Libraries that are searched in addition to the open one. Those on other drives are opened by the drive's
 * process: a database on an unresponsive drive could not be closed.
 */
export class OtherLibraries {
  readonly #here: OpenedLibraries

  constructor(idleMs?: number) {
    this.#here = new OpenedLibraries(idleMs)
  }

  /** Faults: those of `openLibraryToRead`, `library.busy`, `library.damaged`, `move.not-there`, `drive.silent`. */
  async search(folder: string, words: string, limit: number): Promise<FoundElsewhere> {
    const there = await presentLibrary(folder)
    if (await isOnOwnDrive(there)) return this.#here.search(there, words, limit)
    return searchLibraryAt(there, words, limit)
  }

  close(): Promise<void> {
    return this.#here.close()
  }
}
