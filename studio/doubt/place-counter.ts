import { Fault } from '#contracts/errors'
import type { CountedPlaces } from '../library/library.ts'
import { countInWorker } from './count-in-worker.ts'
import { evidenceOf } from './kept-evidence.ts'
import type { EvidenceParts } from './transcript-evidence.ts'

/** Transcripts read per query, newest first. */
const SLICE = 20
/** Counts are saved in batches at this interval, ms: each save makes the pages reload their cards. */
const SAVE_EVERY_MS = 500

/** Counts the places of a transcript and saves the result for its card. */
export async function countPlacesOf(studio: EvidenceParts, transcriptId: string): Promise<void> {
  await studio.library.savePlaces([await countedPlaces(studio, transcriptId)])
}

async function countedPlaces(studio: EvidenceParts, transcriptId: string): Promise<CountedPlaces> {
  const evidence = await evidenceOf(studio, transcriptId)
  const stored = await studio.library.transcriptState(transcriptId)
  return { transcriptId, version: stored.version, ...(await countInWorker({ stored, evidence })) }
}

/**
 * Counts the places of finished transcripts that are new, edited, or written by an older program, one at a
 * time.
 */
export class PlaceCounter {
  readonly #studio: EvidenceParts
  readonly #onError: (error: unknown) => void
  /** Transcripts that could not be counted; retried after a restart. */
  readonly #failed = new Set<string>()
  #isWorking = false
  #isWanted = false

  constructor(studio: EvidenceParts, onError: (error: unknown) => void) {
    this.#studio = studio
    this.#onError = onError
  }

  /** Starts counting; logs `places-counted` when counts are saved. */
  wake(): void {
    this.#isWanted = true
    if (this.#isWorking) return
    this.#isWorking = true
    this.#work().catch((error: unknown) => {
      // The library was closed or its disk is full: the next request for cards tries again.
      if (!(error instanceof Fault)) this.#onError(error)
    })
  }

  async #work(): Promise<void> {
    try {
      while (this.#isWanted) {
        // Set to true again by a `wake` while the list is read.
        this.#isWanted = false
        const listed = await this.#studio.library.uncountedTranscripts(SLICE + this.#failed.size)
        const ids = listed.filter((id) => !this.#failed.has(id))
        if (ids.length === 0) continue
        this.#isWanted = true
        await this.#count(ids)
      }
    } finally {
      this.#isWorking = false
    }
  }

  async #count(transcriptIds: readonly string[]): Promise<void> {
    let counted: CountedPlaces[] = []
    let reportedAt = performance.now()
    for (const [index, id] of transcriptIds.entries()) {
      try {
        counted.push(await countedPlaces(this.#studio, id))
      } catch (error) {
        this.#failed.add(id)
        if (!(error instanceof Fault)) this.#onError(error)
      }
      const isLast = index === transcriptIds.length - 1
      if (counted.length === 0 || (!isLast && performance.now() - reportedAt < SAVE_EVERY_MS)) continue
      await this.#studio.library.savePlaces(counted)
      counted = []
      reportedAt = performance.now()
    }
  }
}
