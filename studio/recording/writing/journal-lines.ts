import type { JournalEntry } from '#core/recording/journal-entry'
import { journalLine } from '#core/recording/read-journal'
import { journalPath } from '../recording-folder.ts'
import { type DiskFiles, writeAll } from './disk-files.ts'

/** The journal of one recording: lines wait in memory until they are written and synced. */
export class JournalLines {
  readonly #path: string
  readonly #files: DiskFiles
  #fd: number | null = null
  #bytes: number
  #waiting = ''

  /** `bytes`: length of the complete lines that exist. */
  constructor(folder: string, files: DiskFiles, bytes = 0) {
    this.#path = journalPath(folder)
    this.#files = files
    this.#bytes = bytes
  }

  /** Length on disk. */
  get safeBytes(): number {
    return this.#bytes
  }

  /** Lines not known to be on disk. */
  get waiting(): string {
    return this.#waiting
  }

  append(entries: readonly JournalEntry[]): void {
    this.#waiting += entries.map(journalLine).join('')
  }

  /**
   * Syncs all lines to disk. Throws errors of the disk: the lines are then written again at the same
   * position.
   */
  flush(): void {
    if (this.#waiting === '') return
    this.#fd ??= this.#files.open(this.#path, 'make')
    const bytes = Buffer.from(this.#waiting)
    writeAll(this.#files, this.#fd, bytes, this.#bytes)
    this.#files.sync(this.#fd)
    this.#bytes += bytes.length
    this.#waiting = ''
  }

  close(): void {
    const fd = this.#fd
    this.#fd = null
    if (fd !== null) this.#files.close(fd)
  }
}
