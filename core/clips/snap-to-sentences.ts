import { endsSentence } from '../fillers/find-fillers.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** Where sentences begin and end, in ms, each in order. */
export interface SentenceEdges {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** How much of the pause before and after a sentence a clip has, in ms. */
const BEFORE_MS = 100
const AFTER_MS = 200
/** An edge that is moved snaps to a sentence's as near as this, in ms. */
export const SNAP_MS = 250

/** The edges of sentences and paragraphs, with some of the pauses around them. */
export function sentenceEdges({ paragraphs }: Pick<Transcript, 'paragraphs'>): SentenceEdges {
  const words = paragraphs
    .filter(({ kind }) => kind === 'speech')
    .flatMap(({ words: own }) =>
      own.map((word, index) => ({ ...word, isFirst: index === 0, isLast: index === own.length - 1 })),
    )
    .toSorted((a, b) => a.startMs - b.startMs)
  const starts: number[] = []
  const ends: number[] = []
  for (const [index, word] of words.entries()) {
    const [before, after] = [words[index - 1], words[index + 1]]
    if (word.isFirst || before === undefined || endsSentence(before.text))
      starts.push(Math.max(word.startMs - BEFORE_MS, Math.min(before?.endMs ?? 0, word.startMs), 0))
    if (word.isLast || after === undefined || endsSentence(word.text))
      ends.push(Math.min(word.endMs + AFTER_MS, Math.max(after?.startMs ?? Infinity, word.endMs)))
  }
  return { starts: starts.toSorted((a, b) => a - b), ends: ends.toSorted((a, b) => a - b) }
}

/** A time, or the nearest of the edges if it is near. */
export function snapped(ms: number, edges: readonly number[], nearMs = SNAP_MS): number {
  let best = ms
  let distance = nearMs
  for (const edge of edges) {
    if (Math.abs(edge - ms) > distance) continue
    distance = Math.abs(edge - ms)
    best = edge
  }
  return best
}

/** The span with all of the sentences of which it has a part; `mostMs`: an edge that is further away stays. */
export function wholeSentences(
  { startMs, endMs }: TimeSpan,
  { starts, ends }: SentenceEdges,
  mostMs = Infinity,
): TimeSpan {
  // An edge of the selection is that of a word, and a sentence's is a little before or after.
  const start = starts.findLast((edge) => edge <= startMs) ?? startMs
  const end = ends.find((edge) => edge >= endMs) ?? endMs
  return {
    startMs: startMs - start <= mostMs ? start : startMs,
    endMs: end - endMs <= mostMs ? end : endMs,
  }
}
