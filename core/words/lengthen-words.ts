import type { Word } from '../transcript/transcript.ts'
import { shortestWordMs } from '../transcript/shortest-word.ts'

/**
 * Gives every recognized word at least `shortestWordMs`: of the pause after it, else of the words after it, and at the
 * end of the recording of the words before it. All others are handed on as they are.
 * @param words in order of time, none starting before the one before it has ended, as of `clipTimes`
 * @param durationMs where the recording ends
 */
export function lengthenWords(words: readonly Word[], durationMs = Infinity): Word[] {
  const lengthened: Word[] = []
  let earliestMs = 0
  for (const word of words) {
    const startMs = Math.max(earliestMs, word.startMs)
    earliestMs = Math.max(startMs + leastMs(word), word.endMs)
    lengthened.push(withTimes(word, startMs, earliestMs))
  }
  let latestMs = durationMs
  for (let index = lengthened.length - 1; index >= 0; index -= 1) {
    const word = lengthened[index] as Word
    if (word.endMs <= latestMs) break
    const startMs = Math.max(0, Math.min(word.startMs, latestMs - leastMs(word)))
    lengthened[index] = withTimes(word, startMs, Math.max(startMs, latestMs))
    latestMs = startMs
  }
  return lengthened
}

function leastMs({ origin }: Word): number {
  return origin === 'recognised' ? shortestWordMs : 0
}

function withTimes(word: Word, startMs: number, endMs: number): Word {
  return startMs === word.startMs && endMs === word.endMs ? word : { ...word, startMs, endMs }
}
