import path from 'node:path'
import { journalLine } from '#core/recording/read-journal'
import { BYTES_PER_FRAME } from '../wav-header.ts'
import { type DiskFiles, writeAll } from './disk-files.ts'
import type { GivenSound } from './given-sound.ts'

/**
 * Names of spooled data: sound of a source from a frame on, lines of the journal from a byte on, and lines
 * with the blocks that are on disk once everything is joined.
 */
export const SYNCED_NAME = 'synced.jsonl'
export const soundName = (source: number, frame: number): string => `${source + 1}-from-${frame}.pcm`
export const journalName = (byte: number): string => `journal-from-${byte}.jsonl`

/**
 * Keeps data in another folder, on another disk if possible, that cannot be written to the recording's own at
 * the moment.
 */
export class Spool {
  readonly #folder: string
  readonly #files: DiskFiles
  readonly #names = new Set<string>()

  constructor(folder: string, files: DiskFiles) {
    this.#folder = folder
    this.#files = files
  }

  /** Stores everything not known to be on disk in the spool. Throws errors of its disk. */
  keep({ sources, journal, placed }: GivenSound): void {
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
    if (journal.waiting !== '') this.#writeText(journalName(journal.safeBytes), journal.waiting)
    this.#writeText(SYNCED_NAME, placed.map((one) => journalLine({ kind: 'synced', ...one })).join(''))
  }

  /** Called once all of it is in the recording's own folder. Throws errors of its disk. */
  clear(): void {
    for (const name of this.#names) this.#files.remove(path.join(this.#folder, name))
    this.#names.clear()
  }

  #named(name: string): string {
    this.#names.add(name)
    return name
  }

  #writeText(name: string, text: string): void {
    const bytes = Buffer.from(text)
    this.#write(path.join(this.#folder, this.#named(name)), (fd) => {
      writeAll(this.#files, fd, bytes, 0)
      this.#files.truncate(fd, bytes.length)
    })
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
