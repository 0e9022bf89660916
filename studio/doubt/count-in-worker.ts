import type { PlaceCounts } from '#core/doubt/count-places'
import type { Doubt } from '#core/doubt/reasons'
import { runInWorker } from '../processes/run-in-worker.ts'
import { doubtsOf, type PlacesInput, placesOf, type WorkerInput } from './places-input.ts'

/** Characters of stored words, about 2,000 words: counted in less time than a thread takes to start. */
const SHORT = 100_000

/** A three-hour transcript takes seconds, so it is counted outside the thread that serves the pages. */
export async function countInWorker(input: PlacesInput): Promise<PlaceCounts> {
  if (isShort(input)) return placesOf(input)
  return inWorker<PlaceCounts>({ ...input, wanted: 'counts' })
}

/** Words that are likely wrong, with the reasons, also found in a worker thread. */
export async function likelyDoubts(input: PlacesInput): Promise<readonly Doubt[]> {
  if (isShort(input)) return doubtsOf(input)
  return inWorker<readonly Doubt[]>({ ...input, wanted: 'doubts' })
}

function isShort({ stored }: PlacesInput): boolean {
  return stored.paragraphs.reduce((sum, { words }) => sum + words.length, 0) <= SHORT
}

function inWorker<Result>(input: WorkerInput): Promise<Result> {
  return runInWorker('studio/doubt/places-worker.ts', 'places', input)
}
