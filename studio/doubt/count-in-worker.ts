import type { PlaceCounts } from '#core/doubt/count-places'
import type { TimeSpan } from '#core/transcript/time-span'
import { runInWorker } from '../processes/run-in-worker.ts'
import { partsOf, type PlacesInput, placesOf, type WorkerInput } from './places-input.ts'

/** Characters of stored words, about 2,000 words: counted in less time than a thread takes to start. */
const SHORT = 100_000

/** A three-hour transcript takes seconds, so it is counted outside the thread that serves the pages. */
export async function countInWorker(input: PlacesInput): Promise<PlaceCounts> {
  if (isShort(input)) return placesOf(input)
  return inWorker<PlaceCounts>({ ...input, wanted: 'counts' })
}

/** Parts of the recording with words that are likely wrong, also found in a worker thread. */
export async function likelyPartsInWorker(input: PlacesInput): Promise<readonly TimeSpan[]> {
  if (isShort(input)) return partsOf(input)
  return inWorker<readonly TimeSpan[]>({ ...input, wanted: 'parts' })
}

function isShort({ stored }: PlacesInput): boolean {
  return stored.paragraphs.reduce((sum, { words }) => sum + words.length, 0) <= SHORT
}

function inWorker<Result>(input: WorkerInput): Promise<Result> {
  return runInWorker('studio/doubt/places-worker.ts', 'places', input)
}
