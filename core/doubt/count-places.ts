import type { Transcript } from '../transcript/transcript.ts'
import { findDoubts } from './doubts.ts'
import type { DoubtEvidence } from './evidence.ts'
import { checkedPlaces, placesToCheck } from './places-to-check.ts'

/** The places in the list to check with the editor's default filter: likely errors. */
export interface PlaceCounts {
  readonly toCheck: number
  /** Accepted or corrected by a person. */
  readonly checked: number
}

/** The counts of the editor's list for this transcript. Takes seconds when a transcript has 100,000 words. */
export function countPlaces(transcript: Transcript, evidence: DoubtEvidence): PlaceCounts {
  return {
    toCheck: placesToCheck(transcript, findDoubts(transcript, evidence).likely, 'reading').length,
    checked: checkedPlaces(transcript),
  }
}
