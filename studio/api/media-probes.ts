import { Fault } from '#contracts/errors'
import { mediaFactsOf } from '../originals/import-recording.ts'
import type { Library } from '../library/library.ts'
import { probe } from '../sound/probe.ts'

/** Probes the files of recordings that an older program added without probing them, one at a time. */
export class MediaProbes {
  readonly #library: Library
  readonly #onError: (error: unknown) => void
  readonly #asked = new Set<string>()
  #last: Promise<void> = Promise.resolve()

  constructor(library: Library, onError: (error: unknown) => void) {
    this.#library = library
    this.#onError = onError
  }

  /** Probes each recording once; logs `recording-updated` if that succeeds. */
  ask({ id, path }: { readonly id: string; readonly path: string }): void {
    if (this.#asked.has(id)) return
    this.#asked.add(id)
    this.#last = this.#last.then(() => this.#probe(id, path))
  }

  async #probe(id: string, file: string): Promise<void> {
    try {
      await this.#library.saveMedia(id, mediaFactsOf(await probe(file)))
    } catch (error) {
      // An unreadable file is not reported here: playing it reports the fault.
      if (!(error instanceof Fault)) this.#onError(error)
    }
  }
}
