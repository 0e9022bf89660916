import { isUnspaced } from '#core/language/unspaced-scripts'
import type { Word } from '#core/transcript/transcript'

/** A text with this average probability of correct words needs no second pass (measured, docs/engine.md 3). */
const SURE_ENOUGH = 0.85
/** Below this average every text needs one. */
const LEAST_SURE = 0.7
/** With fewer words for a second of speech the first pass may have skipped some. */
const USUAL_WORDS_A_SECOND = 2.8

/**
 * Whether a second pass is likely to improve the first pass's text of a chunk.
 * @param speechSeconds speech in the chunk, without pauses
 * @param isCostly the second pass takes as long for a short chunk as for a long one: between the two averages it is
 *   then worth it only for a text that may lack words
 */
export function needsSecondPass(
  words: readonly Pick<Word, 'text' | 'confidence'>[],
  speechSeconds: number,
  isCostly: boolean,
): boolean {
  const average =
    words.reduce((sum, { confidence }) => sum + (confidence ?? 0), 0) / Math.max(1, words.length)
  if (average >= SURE_ENOUGH) return false
  if (!isCostly || average < LEAST_SURE) return true
  // Where words are not separated by spaces, their number says nothing.
  return words.length < USUAL_WORDS_A_SECOND * speechSeconds || words.some(({ text }) => isUnspaced(text))
}
