import { unspokenPassages } from '../align/unspoken-passages.ts'
import { writtenOtherwise } from '../glossary/written-otherwise.ts'
import { questionLikelihood } from '../speaker-review/question-likelihood.ts'
import { otherQuestions } from '../speaker-review/questions.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { findDoubts } from './doubts.ts'
import type { DoubtEvidence } from './evidence.ts'
import { LIKELY } from './order.ts'
import { countChecked, type PlaceToCheck, placesToCheck } from './places-to-check.ts'

/** The items of the list to check with the editor's default filter: likely errors. */
export interface PlaceCounts {
  readonly toCheck: number
  /** Accepted or corrected by a person. */
  readonly checked: number
}

/** The counts of the editor's list for this transcript. Takes seconds when a transcript has 100,000 words. */
export function countPlaces(transcript: Transcript, evidence: DoubtEvidence): PlaceCounts {
  const places = placesToCheck(transcript, findDoubts(transcript, evidence).likely)
  const others = likelyPairs(transcript, evidence) + unspokenPassages(transcript).length
  return {
    toCheck: places.length + others + otherNames(transcript, places),
    checked: countChecked(transcript),
  }
}

/** Places of names that were corrected elsewhere, without those that are listed as terms already. */
function otherNames(transcript: Transcript, places: readonly PlaceToCheck[]): number {
  const listed = new Set(places.map(({ key }) => key))
  const words = new Map(transcript.paragraphs.map((paragraph) => [paragraph.id, paragraph.words]))
  return writtenOtherwise(transcript).filter(({ paragraphId, from, to }) => {
    const own = words.get(paragraphId)
    return !listed.has(`${own?.[from]?.id} ${own?.[to]?.id}`)
  }).length
}

/** How often two voices may be one person; uncertain turns are doubts already. */
function likelyPairs(transcript: Transcript, { speakers }: DoubtEvidence): number {
  if (speakers === undefined) return 0
  const { pairs } = otherQuestions(transcript, speakers)
  return pairs.filter((pair) => questionLikelihood(pair) >= LIKELY).length
}
