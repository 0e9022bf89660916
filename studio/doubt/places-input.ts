import { countPlaces, type PlaceCounts } from '#core/doubt/count-places'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { type StoredTranscript, unpackTranscript } from '../library/stored-transcript.ts'

/** Input for counting places, as sent to a worker thread. */
export interface PlacesInput {
  readonly stored: StoredTranscript
  /** JSON of core's DoubtEvidence. */
  readonly evidence: string
}

export function placesOf({ stored, evidence }: PlacesInput): PlaceCounts {
  return countPlaces(unpackTranscript(stored), JSON.parse(evidence) as DoubtEvidence)
}
