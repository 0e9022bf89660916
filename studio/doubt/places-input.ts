import { countPlaces, type PlaceCounts } from '#core/doubt/count-places'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { likelyParts } from '#core/doubt/likely-parts'
import type { TimeSpan } from '#core/transcript/time-span'
import { type StoredTranscript, unpackTranscript } from '../library/stored-transcript.ts'

/** Input for counting places, as sent to a worker thread. */
export interface PlacesInput {
  readonly stored: StoredTranscript
  /** JSON of core's DoubtEvidence. */
  readonly evidence: string
}

/** Input of the worker thread. */
export interface WorkerInput extends PlacesInput {
  readonly wanted: 'counts' | 'parts'
}

export function workerResult({ wanted, ...input }: WorkerInput): PlaceCounts | readonly TimeSpan[] {
  return wanted === 'counts' ? placesOf(input) : partsOf(input)
}

/** Parts of the recording with words that are likely wrong. */
export function partsOf({ stored, evidence }: PlacesInput): TimeSpan[] {
  return likelyParts(unpackTranscript(stored), JSON.parse(evidence) as DoubtEvidence)
}

export function placesOf({ stored, evidence }: PlacesInput): PlaceCounts {
  return countPlaces(unpackTranscript(stored), JSON.parse(evidence) as DoubtEvidence)
}
