import { Fault } from '#contracts/errors'
import { mediaFactsOf } from '../originals/import-recording.ts'
import type { CardRow } from '../library/tables/list/cards.ts'
import type { Library } from '../library/library.ts'
import { probe } from '../sound/probe.ts'

/** Probes the files of recordings that an older program added without probing them or their frames, one at a time. */
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
  ask({ id, path, media }: Pick<CardRow, 'id' | 'path' | 'media'>): void {
    const lacksFrames = media !== null && media.hasVideo && media.frames === undefined
    if ((media !== null && !lacksFrames) || this.#asked.has(id)) return
    this.#asked.add(id)
    this.#last = this.#last.then(() => this.#probe(id, path, media))
  }

  async #probe(id: string, file: string, media: CardRow['media']): Promise<void> {
    try {
      const found = mediaFactsOf(await probe(file))
      await this.#library.saveMedia(id, media === null ? found : { ...media, frames: found.frames ?? null })
    } catch (error) {
      // An unreadable file is not reported here: playing it reports the fault.
      if (!(error instanceof Fault)) this.#onError(error)
    }
  }
}
