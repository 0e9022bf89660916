import { StateEffect, StateField } from '@codemirror/state'
import type { Word } from '#core/transcript/transcript'

export const showMoments = StateEffect.define<readonly number[]>()

/** Times of the recording's moments in ms, in order. */
export const momentsField = StateField.define<readonly number[]>({
  create: () => [],
  update: (times, { effects }) =>
    effects.reduce((now, effect) => (effect.is(showMoments) ? effect.value : now), times),
})

export interface Stretch {
  /** Words of the paragraph; empty for none. */
  readonly words: readonly Word[]
  /** When the next paragraph begins, in ms; infinite for the last one. */
  readonly untilMs: number
  readonly isFirst: boolean
}

/**
 * Positions of moments in a paragraph, as shares of its length from 0 to 1: those from its start to the next
 * paragraph, and in the first one also those before it.
 */
export function momentShares(times: readonly number[], { words, untilMs, isFirst }: Stretch): number[] {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return []
  const [startMs, lengthMs] = [first.startMs, Math.max(1, last.endMs - first.startMs)]
  return times
    .filter((atMs) => (isFirst || atMs >= startMs) && atMs < untilMs)
    .map((atMs) => Math.max(0, Math.min(1, (atMs - startMs) / lengthMs)))
}
