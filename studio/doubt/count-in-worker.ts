import { Worker } from 'node:worker_threads'
import { Fault } from '#contracts/errors'
import type { PlaceCounts } from '#core/doubt/count-places'
import { entryLocation } from '../processes/entry-location.ts'
import { type PlacesInput, placesOf } from './places-input.ts'

/** Characters of stored words, about 2,000 words: counted faster than a thread starts. */
const SHORT = 100_000

/** A three-hour transcript takes seconds, so it is counted off the thread that serves the pages. */
export async function countInWorker(input: PlacesInput): Promise<PlaceCounts> {
  const length = input.stored.paragraphs.reduce((sum, { words }) => sum + words.length, 0)
  if (length <= SHORT) return placesOf(input)
  return new Promise((resolve, reject) => {
    const worker = new Worker(entryLocation('studio/doubt/places-worker.ts', 'places'), { workerData: input })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Fault('internal', {}, `places worker ended with ${code}`))
    })
  })
}
