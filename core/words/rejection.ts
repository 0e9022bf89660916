import { PCM_RATE } from '../sound/pcm.ts'
import type { Decoded } from './decoded.ts'
import { comparableWords } from './comparable.ts'
import { meanConfidence } from './mean-confidence.ts'

/** Limits measured on runaway and empty chunks, about 1 % of all (docs/engine.md). */
const MAX_TOKENS_A_SECOND = 9
const REPEATS = 4
const SURE_SPEECH_SECONDS = 1.2
/**
 * Nobody repeats a phrase this often in a row, while a looping decoder becomes ever more confident (measured in
 * noise, docs/engine.md).
 */
const ENDLESS_REPEATS = 12

export type RejectionReason = 'runaway' | 'repetition' | 'unknown-token' | 'empty'

/** The longest n-gram repetition: how many times in a row some n-gram occurs (1 = no repetition). */
export function repetitions(words: readonly string[]): number {
  let most = words.length === 0 ? 0 : 1
  for (let size = 1; size <= words.length / 2; size++) {
    let equal = 0
    for (let index = size; index < words.length; index++) {
      equal = words[index] === words[index - size] ? equal + 1 : 0
      most = Math.max(most, Math.floor(equal / size) + 1)
    }
  }
  return most
}

/** Why a decode is rejected, or null. `speechSeconds`: the duration of certain speech in the span. */
export function findRejection(texts: readonly Decoded[], speechSeconds: number): RejectionReason | null {
  const words = texts.flatMap((text) => comparableWords(text.text))
  if (words.length === 0) return speechSeconds > SURE_SPEECH_SECONDS ? 'empty' : null
  if (texts.some(({ text }) => text.includes('<unk>'))) return 'unknown-token'
  if (repetitions(words) >= REPEATS) return 'repetition'
  const tokens = texts.reduce((sum, text) => sum + text.tokens.length, 0)
  const seconds = texts.reduce((sum, text) => sum + text.span.sampleCount, 0) / PCM_RATE
  return tokens / seconds > MAX_TOKENS_A_SECOND ? 'runaway' : null
}

/**
 * Whether a retried text replaces the one that was rejected: only if it is more confident and repeats less,
 * because people do repeat words and always accepting the retry ruined such a clip. To replace an endless repetition
 * it need not be more confident.
 */
export function isRetryBetter(
  refused: readonly Decoded[],
  retried: readonly Decoded[],
  speechSeconds: number,
): boolean {
  const retriedWords = retried.flatMap((text) => comparableWords(text.text))
  if (retriedWords.length === 0) return false
  const refusedWords = refused.flatMap((text) => comparableWords(text.text))
  if (refusedWords.length === 0) return findRejection(retried, speechSeconds) === null
  const retriedScore = meanConfidence(retried)
  const refusedScore = meanConfidence(refused)
  const isMoreConfident = retriedScore === null || refusedScore === null || retriedScore > refusedScore
  const refusedRepeats = repetitions(refusedWords)
  const retriedRepeats = repetitions(retriedWords)
  if (refusedRepeats >= ENDLESS_REPEATS && retriedRepeats < REPEATS) return true
  return isMoreConfident && (retriedRepeats < refusedRepeats || (refusedRepeats <= 1 && retriedRepeats <= 1))
}
