import { shortestWordMs } from '../transcript/shortest-word.ts'
import type { Word } from '../transcript/transcript.ts'
import { orderTimes } from '../words/align/order-times.ts'
import type { AlignedWord } from './aligned-words.ts'

/**
 * The words of a cue that stays as it is. Captions omit words without time, so those that were not spoken,
 * such as the description of a sound, keep the file's times as far as the spoken words beside them leave
 * room.
 */
export function cueWordTimes(
  words: readonly Word[],
  alignedAt: (index: number) => AlignedWord | undefined,
): Word[] {
  const spokenAfter = (index: number): number | undefined =>
    words.flatMap((_word, at) => {
      const aligned = alignedAt(at)
      return at > index && aligned !== undefined && !aligned.isUnspoken ? [aligned.startMs] : []
    })[0]
  let earliestMs = 0
  const timed = words.map((word, index) => {
    const aligned = alignedAt(index)
    if (aligned === undefined) return word
    if (!aligned.isUnspoken) {
      earliestMs = aligned.endMs
      return { ...word, startMs: aligned.startMs, endMs: aligned.endMs }
    }
    const latestMs = Math.max(earliestMs, spokenAfter(index) ?? Number.MAX_SAFE_INTEGER)
    const startMs = Math.min(Math.max(word.startMs, earliestMs), latestMs)
    const endMs = Math.min(Math.max(word.endMs, startMs), latestMs)
    earliestMs = endMs
    // Where there is no room, it shares the time of its neighbors.
    return { ...word, startMs, endMs: Math.max(endMs, startMs + shortestWordMs) }
  })
  return orderTimes(timed)
}
