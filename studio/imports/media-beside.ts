import path from 'node:path'
import { isMediaFile } from '#core/formats/media-files'
import { entriesIn, factsOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import type { Library } from '../library/library.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'

/**
 * Finds a transcript's recording by content among the files in its folder. The file named by the transcript
 * is checked first; hashes are cached, as a folder may contain a thousand transcripts.
 */
export class MediaBeside {
  readonly #library: Library
  readonly #hashes = new Map<string, string>()

  constructor(library: Library) {
    this.#library = library
  }

  /**
   * Path of the file with this hash in the folder; null if there is none. `names`: candidate names, likeliest
   * first.
   */
  async find(
    folder: string,
    sha256: string,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<string | null> {
    const likely = names.filter((name) => name !== '' && path.basename(name) === name && !/^\.+$/u.test(name))
    for (const name of likely) {
      if ((await this.#hashOf(path.join(folder, name), signal)) === sha256) return path.join(folder, name)
    }
    const others = (await entriesIn(folder, { signal }))
      .map(({ name }) => name)
      .filter((name) => isMediaFile(name) && !likely.includes(name))
    for (const name of others.toSorted()) {
      if ((await this.#hashOf(path.join(folder, name), signal)) === sha256) return path.join(folder, name)
    }
    return null
  }

  /** Null for anything that is not a readable file, and therefore not a match. */
  async #hashOf(file: string, signal: AbortSignal): Promise<string | null> {
    signal.throwIfAborted()
    try {
      const facts = await factsOf(file, { signal })
      if (facts.kind !== 'file' || facts.bytes === 0) return null
      const mtimeMs = Math.round(facts.mtimeMs)
      const known = await this.#library.findRecordingByFile(file, facts.bytes, mtimeMs)
      if (known !== undefined) return known.sha256
      const key = `${facts.bytes} ${mtimeMs} ${file}`
      const hash = this.#hashes.get(key) ?? (await sha256OfFile(file, signal))
      this.#hashes.set(key, hash)
      return hash
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM') return null
      throw error
    }
  }
}
