import { isLayoutMark } from '../captions/cue-marks.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { Loss } from './format.ts'
import { areSpread } from './spread-times.ts'

/**
 * The losses of a format of plain text and cues: word times, confidence, marks and speaker turns. Times of words that
 * were spread over imported cues, and marks that keep those cues, are none: the cues are written.
 */
export function wordLosses(transcript: Transcript): Loss[] {
  let words = 0
  let confident = 0
  for (const paragraph of transcript.paragraphs) {
    if (!areSpread(paragraph.words)) words += paragraph.words.length
    for (const word of paragraph.words) if (word.confidence !== null) confident++
  }
  return countedLosses([
    { code: 'word-times', count: words },
    { code: 'confidence', count: confident },
    { code: 'marks', count: personalMarks(transcript) },
    { code: 'speaker-turns', count: transcript.turns.length },
  ])
}

/** Number of marks besides those that only lay out captions. */
export const personalMarks = ({ marks }: Pick<Transcript, 'marks'>): number =>
  marks.filter((mark) => !isLayoutMark(mark)).length

/** Drops entries with a count of 0. */
export const countedLosses = (losses: readonly Loss[]): Loss[] => losses.filter((loss) => loss.count > 0)
