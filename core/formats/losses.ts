import type { Transcript } from '../transcript/transcript.ts'
import type { Loss } from './format.ts'

/** What a format of plain text and cues leaves of a transcript's words: no times, no confidence, no marks. */
export function wordLosses(transcript: Transcript): Loss[] {
  let words = 0
  let confident = 0
  for (const paragraph of transcript.paragraphs) {
    words += paragraph.words.length
    for (const word of paragraph.words) if (word.confidence !== null) confident++
  }
  return told([
    { code: 'word-times', count: words },
    { code: 'confidence', count: confident },
    { code: 'marks', count: transcript.marks.length },
    { code: 'speaker-turns', count: transcript.turns.length },
  ])
}

/** Only what was really lost. */
export const told = (losses: readonly Loss[]): Loss[] => losses.filter((loss) => loss.count > 0)
