import type { Word } from '../transcript/transcript.ts'

/** Words so far apart are not said in one breath. */
export const PAUSE_MS = 300

/** Silence before `words[index]`, as far as word times tell; endless at either end. */
export function pauseBefore(words: readonly Word[], index: number): number {
  const before = words[index - 1]
  const after = words[index]
  return before === undefined || after === undefined ? Infinity : after.startMs - before.endMs
}
