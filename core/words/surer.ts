import type { Band, Decoded } from './decoded.ts'
import { comparableWords } from './comparable.ts'

/** Mean log probability that stands for each band (measured, docs/engine.md). */
const BAND_SCORE: Readonly<Record<Band, number>> = { 0: -0.05, 1: -0.43, 2: -1, 3: -2 }

/** So many words in a row that only one text has are taken for invention rather than for better hearing. */
const INVENTED_RUN = 3

/** Mean of the tokens' band scores; null where the model gives no confidence or no tokens. */
export function sureness(texts: readonly Decoded[]): number | null {
  let sum = 0
  let count = 0
  for (const { tokens } of texts) {
    for (const { band } of tokens) {
      if (band === null) return null
      sum += BAND_SCORE[band]
      count++
    }
  }
  return count === 0 ? null : sum / count
}

/** The longest run of words in `longer` that stands where `shorter` has nothing (longest common subsequence). */
function longestExtraRun(longer: readonly string[], shorter: readonly string[]): number {
  const width = shorter.length + 1
  const common = new Uint16Array((longer.length + 1) * width)
  for (let i = longer.length - 1; i >= 0; i--) {
    for (let j = shorter.length - 1; j >= 0; j--) {
      common[i * width + j] =
        longer[i] === shorter[j]
          ? (common[(i + 1) * width + j + 1] as number) + 1
          : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number)
    }
  }
  let longest = 0
  let extra = 0
  let missing = 0
  let i = 0
  let j = 0
  const close = () => {
    longest = Math.max(longest, extra - missing)
    extra = 0
    missing = 0
  }
  while (i < longer.length || j < shorter.length) {
    if (i < longer.length && j < shorter.length && longer[i] === shorter[j]) {
      close()
      i++
      j++
    } else if (
      j >= shorter.length ||
      (i < longer.length && (common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number))
    ) {
      extra++
      i++
    } else {
      missing++
      j++
    }
  }
  close()
  return longest
}

/**
 * Chooses between two decodes of one chunk: the surer, but never one that wins by inventing: where one has a
 * run of extra words the shorter is taken (a stuttering clip went from 21 to 31 errors otherwise, docs/engine.md).
 * `shorterLosesSpeech`: the shorter text leaves speech without words, so the extra words are no invention.
 */
export function isSecondSurer(
  first: readonly Decoded[],
  second: readonly Decoded[],
  losesSpeech: (texts: readonly Decoded[]) => boolean = () => false,
): boolean {
  const firstScore = sureness(first)
  const secondScore = sureness(second)
  if (secondScore === null) return false
  if (firstScore === null) return first.every((text) => text.tokens.length === 0)
  const firstWords = first.flatMap((text) => comparableWords(text.text))
  const secondWords = second.flatMap((text) => comparableWords(text.text))
  const secondIsLonger = secondWords.length > firstWords.length
  const [longer, shorter] = secondIsLonger ? [secondWords, firstWords] : [firstWords, secondWords]
  if (longestExtraRun(longer, shorter) >= INVENTED_RUN && !losesSpeech(secondIsLonger ? first : second)) {
    return !secondIsLonger
  }
  return secondScore > firstScore
}
