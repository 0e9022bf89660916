import type { Cue } from '../cues.ts'
import type { WantedCue } from './arrange-cues.ts'
import type { CueContext } from './cue-context.ts'
import { sharesWord, wholeRange } from './cue-range.ts'
import { wordOrder, type PlaceRange, type WordOrder } from './word-order.ts'

/** An unchanged cue, with these of its words. */
export function asWanted({ startMs, endMs, isFixed }: Cue, { from, to }: PlaceRange): WantedCue {
  return { from, to, startMs, endMs, isFixed: isFixed === true }
}

/** Two consecutive cues without words of others between them. */
export interface CuePair {
  readonly order: WordOrder
  readonly first: WantedCue
  readonly second: WantedCue
}

/**
 * A cue and the one before it; null if their words cannot be divided or joined without those of other cues.
 */
export function pairBefore(context: CueContext, cue: Cue): CuePair | null {
  const { cues, transcript } = context
  const before = cues[cue.index - 1]
  if (before === undefined || sharesWord(before, cue)) return null
  const order = wordOrder(transcript)
  const first = wholeRange(order, transcript, cues, before)
  const second = wholeRange(order, transcript, cues, cue)
  if (first === null || second === null || first.to >= second.from) return null
  if (!isFree(order, context, before, first.to + 1, second.from)) return null
  // Hidden words between them belong to the first.
  const until = { from: first.from, to: second.from - 1 }
  return { order, first: asWanted(before, until), second: asWanted(cue, second) }
}

/** Whether no cue shows the words of a range (end excluded). */
function isFree(order: WordOrder, { cues }: CueContext, near: Cue, from: number, to: number): boolean {
  if (from >= to) return true
  const ids = new Set(order.slice(from, to).map(({ id }) => id))
  return !cues
    .slice(Math.max(0, near.index - 20), near.index + 20)
    .some(({ wordIds }) => wordIds.some((id) => ids.has(id)))
}
