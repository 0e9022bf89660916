import type { Word } from '../transcript/transcript.ts'

/** Words at least this far apart are separated by a pause. */
export const PAUSE_MS = 300

/** Silence before `words[index]`, according to word times; infinite at either end. */
export function pauseBefore(words: readonly Word[], index: number): number {
  const before = words[index - 1]
  const after = words[index]
  return before === undefined || after === undefined ? Infinity : after.startMs - before.endMs
}
