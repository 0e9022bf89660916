import type { Transcript } from '../transcript/transcript.ts'
import { findDoubts } from './doubts.ts'
import type { DoubtEvidence } from './evidence.ts'
import { checkedPlaces, placesToCheck } from './places-to-check.ts'

/** Places of the list to check, as the editor opens with it: what is likely to be wrong. */
export interface PlaceCounts {
  readonly toCheck: number
  /** That a person has accepted or corrected. */
  readonly checked: number
}

/** What the editor's list of this transcript counts. Takes seconds where a transcript has 100,000 words. */
export function countPlaces(transcript: Transcript, evidence: DoubtEvidence): PlaceCounts {
  return {
    toCheck: placesToCheck(transcript, findDoubts(transcript, evidence).likely, 'reading').length,
    checked: checkedPlaces(transcript),
  }
}
