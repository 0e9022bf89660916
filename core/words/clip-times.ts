import type { Word } from '../transcript/transcript.ts'

/**
 * Puts words of neighboring decodes in one order of time: a word placed too early is moved so that it does
 * not start before the previous word, and the previous word is cut to end there. Starts are preferred to
 * ends, as they are more accurate.
 */
export function clipTimes(words: readonly Word[]): Word[] {
  const clipped: Word[] = []
  for (const word of words) {
    const before = clipped.at(-1)
    const startMs = Math.max(before?.startMs ?? 0, word.startMs)
    if (before && before.endMs > startMs) clipped[clipped.length - 1] = { ...before, endMs: startMs }
    clipped.push(startMs === word.startMs ? word : { ...word, startMs, endMs: Math.max(startMs, word.endMs) })
  }
  return clipped
}
