import type { SpeakerSegment, Word } from '../transcript/transcript.ts'
import { absorbStrayWords } from './absorb-stray-words.ts'
import { alignChanges } from './align-changes.ts'
import { speakersByTurns } from './speakers-by-turns.ts'

/**
 * The speaker of each word, null if unknown.
 * @param words in order of time
 * @param turns from diarization, including overlaps
 * @param language ISO 639-1: distinguishes a sentence end from a title ("Mr.")
 */
export function assignSpeakers(
  words: readonly Word[],
  turns: readonly SpeakerSegment[],
  language = 'und',
): (string | null)[] {
  const covering = speakersByTurns(words, turns, language)
  const steady = absorbStrayWords(words, covering, turns)
  return alignChanges(words, steady, language)
}
