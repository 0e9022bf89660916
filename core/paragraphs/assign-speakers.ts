import type { Turn, Word } from '../transcript/transcript.ts'
import { absorbStrayWords } from './absorb-stray-words.ts'
import { alignChanges } from './align-changes.ts'
import { speakersByTurns } from './speakers-by-turns.ts'

/**
 * The speaker of each word, null where nobody is known to speak.
 * @param words in order of time
 * @param turns what diarization heard, overlaps and all
 * @param language ISO 639-1: tells a sentence end from a title ("Mr.")
 */
export function assignSpeakers(
  words: readonly Word[],
  turns: readonly Turn[],
  language = 'und',
): (string | null)[] {
  const covering = speakersByTurns(words, turns)
  const steady = absorbStrayWords(words, covering, turns)
  return alignChanges(words, steady, language)
}
