import type { Transcript } from '../transcript/transcript.ts'
import type { Loss } from './format.ts'

/** The losses of a format of plain text and cues: word times, confidence, marks and speaker turns. */
export function wordLosses(transcript: Transcript): Loss[] {
  let words = 0
  let confident = 0
  for (const paragraph of transcript.paragraphs) {
    words += paragraph.words.length
    for (const word of paragraph.words) if (word.confidence !== null) confident++
  }
  return countedLosses([
    { code: 'word-times', count: words },
    { code: 'confidence', count: confident },
    { code: 'marks', count: transcript.marks.length },
    { code: 'speaker-turns', count: transcript.turns.length },
  ])
}

/** Drops entries with a count of 0. */
export const countedLosses = (losses: readonly Loss[]): Loss[] => losses.filter((loss) => loss.count > 0)
