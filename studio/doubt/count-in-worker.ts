import type { PlaceCounts } from '#core/doubt/count-places'
import { runInWorker } from '../processes/run-in-worker.ts'
import { type PlacesInput, placesOf } from './places-input.ts'

/** Characters of stored words, about 2,000 words: counted faster than a thread starts. */
const SHORT = 100_000

/** A three-hour transcript takes seconds, so it is counted off the thread that serves the pages. */
export async function countInWorker(input: PlacesInput): Promise<PlaceCounts> {
  const length = input.stored.paragraphs.reduce((sum, { words }) => sum + words.length, 0)
  if (length <= SHORT) return placesOf(input)
  return runInWorker('studio/doubt/places-worker.ts', 'places', input)
}
