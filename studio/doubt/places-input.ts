import { countPlaces, type PlaceCounts } from '#core/doubt/count-places'
import { findDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import type { Doubt } from '#core/doubt/reasons'
import { type StoredTranscript, unpackTranscript } from '../library/stored-transcript.ts'

/** Input for counting places, as sent to a worker thread. */
export interface PlacesInput {
  readonly stored: StoredTranscript
  /** JSON of core's DoubtEvidence. */
  readonly evidence: string
}

/** Input of the worker thread. */
export interface WorkerInput extends PlacesInput {
  readonly wanted: 'counts' | 'doubts'
}

export function workerResult({ wanted, ...input }: WorkerInput): PlaceCounts | readonly Doubt[] {
  return wanted === 'doubts' ? doubtsOf(input) : placesOf(input)
}

/** Words that are likely wrong, with the reasons. */
export const doubtsOf = ({ stored, evidence }: PlacesInput): readonly Doubt[] =>
  findDoubts(unpackTranscript(stored), JSON.parse(evidence) as DoubtEvidence).likely

export function placesOf({ stored, evidence }: PlacesInput): PlaceCounts {
  return countPlaces(unpackTranscript(stored), JSON.parse(evidence) as DoubtEvidence)
}
