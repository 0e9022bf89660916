import { countPlaces, type PlaceCounts } from '#core/doubt/count-places'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { type StoredTranscript, unpackTranscript } from '../library/stored-transcript.ts'

/** What places are counted of, as it crosses a thread's border. */
export interface PlacesInput {
  readonly stored: StoredTranscript
  /** JSON of core's DoubtEvidence. */
  readonly evidence: string
}

export function placesOf({ stored, evidence }: PlacesInput): PlaceCounts {
  return countPlaces(unpackTranscript(stored), JSON.parse(evidence) as DoubtEvidence)
}
