import path from 'node:path'
import { BYTES_PER_FRAME } from '../wav-header.ts'
import { type DiskFiles, writeAll } from './disk-files.ts'
import type { JournalLines } from './journal-lines.ts'
import type { SourceSound } from './source-sound.ts'

/** Names of what is kept: sound of a source from a frame on, and lines of the journal from a byte on. */
export const soundName = (source: number, frame: number): string => `${source + 1}-from-${frame}.pcm`
export const journalName = (byte: number): string => `journal-from-${byte}.jsonl`

/** Keeps in another folder, on another disk if possible, what cannot be written to the recording's own for now. */
export class Spool {
  readonly #folder: string
  readonly #files: DiskFiles
  readonly #names = new Set<string>()

  constructor(folder: string, files: DiskFiles) {
    this.#folder = folder
    this.#files = files
  }

  /** Everything that is not known to be on disk is in the spool then. Throws errors of its disk. */
  keep(sources: readonly SourceSound[], journal: JournalLines): void {
    for (const [number, source] of sources.entries()) {
      if (source.unsafe.every(({ kind }) => kind === 'kept')) continue
      const file = path.join(this.#folder, this.#named(soundName(number, source.safeFrames)))
      let at = 0
      this.#write(file, (fd) => {
        for (const chunk of source.unsafe) {
          const length = chunk.frames * BYTES_PER_FRAME
          if (chunk.kind === 'sound') writeAll(this.#files, fd, chunk.bytes, at)
          else if (chunk.kind === 'silence')
            this.#files.truncate(fd, Math.max(this.#files.size(fd), at + length))
          at += length
        }
      })
      source.keptIn(file)
    }
    if (journal.waiting === '') return
    const file = path.join(this.#folder, this.#named(journalName(journal.safeBytes)))
    this.#write(file, (fd) => writeAll(this.#files, fd, Buffer.from(journal.waiting), 0))
  }

  /** All of it is in the recording's own folder. Throws errors of its disk. */
  clear(): void {
    for (const name of this.#names) this.#files.remove(path.join(this.#folder, name))
    this.#names.clear()
  }

  #named(name: string): string {
    this.#names.add(name)
    return name
  }

  #write(file: string, write: (fd: number) => void): void {
    const fd = this.#files.open(file, 'make')
    try {
      write(fd)
      this.#files.sync(fd)
    } finally {
      this.#files.close(fd)
    }
  }
}
