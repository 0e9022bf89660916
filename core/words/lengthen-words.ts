import type { Word } from '../transcript/transcript.ts'
import { shortestWordMs } from '../transcript/shortest-word.ts'

/**
 * Gives every recognized word at least `shortestWordMs`: taken from the pause after it, else from the words after it,
 * and at the end of the recording from the words before it. All other words are returned unchanged.
 * @param words in order of time, none starting before the previous one has ended, as returned by `clipTimes`
 * @param durationMs the end of the recording
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
