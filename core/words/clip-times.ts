import type { Word } from '../transcript/transcript.ts'

/**
 * Words of neighboring decodes in one order of time: where one was placed early, no word starts before the last one
 * has started, and the last one ends there. Starts are kept, as they are surer than ends.
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
