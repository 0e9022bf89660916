import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Fault } from '#contracts/errors'

/** Counts all unpacked bytes, written or not, and rejects an archive that expands too much. */
export class UnpackedBytes {
  readonly #archive: string
  #left: number

  constructor(archive: string, most: number) {
    this.#archive = archive
    this.#left = most
  }

  count(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0) throw new Fault('model.archive-too-large', { file: this.#archive })
  }
}

/** Writes one member as its bytes arrive. */
export class MemberWriter {
  readonly #file: number

  constructor(folder: string, parts: readonly string[]) {
    const target = path.join(folder, ...parts)
    mkdirSync(path.dirname(target), { recursive: true })
    // Fails if the archive has the member twice.
    this.#file = openSync(target, 'wx')
  }

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done)
  }

  close(): void {
    closeSync(this.#file)
  }
}
