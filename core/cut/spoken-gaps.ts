import type { Paragraph } from '../transcript/transcript.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { firstAbove } from './first-above.ts'
import { spokenIn } from './noise.ts'

/** A word by its place in a paragraph. */
export interface WordPlace {
  readonly paragraph: Paragraph
  readonly index: number
}

/** A time between two words in which nobody speaks. */
export interface SpokenGap extends TimeSpan {
  /** The word that ends before it, and the one that begins after it. */
  readonly before: WordPlace
  readonly after: WordPlace
}

/** Words never change in place. */
const known = new WeakMap<
  readonly Paragraph[],
  { readonly gaps: readonly SpokenGap[]; readonly starts: Float64Array }
>()

/** The gap that has a time, in ms; null while somebody speaks, before the first word and after the last one. */
export function spokenGapAt(paragraphs: readonly Paragraph[], ms: number): SpokenGap | null {
  const { gaps, starts } = gapsOf(paragraphs)
  const gap = gaps[firstAbove(starts, ms) - 1]
  return gap === undefined || ms >= gap.endMs ? null : gap
}

function gapsOf(paragraphs: readonly Paragraph[]) {
  const before = known.get(paragraphs)
  if (before !== undefined) return before
  const spoken = spokenIn(paragraphs)
  const [starts, ends] = [new Set<number>(), new Set<number>()]
  for (const { startMs, endMs } of spoken) {
    starts.add(startMs)
    ends.add(endMs)
  }
  const firstWords = new Map<number, WordPlace>()
  const lastWords = new Map<number, WordPlace>()
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'speech') continue
    for (const [index, { startMs, endMs }] of paragraph.words.entries()) {
      if (endMs <= startMs) continue
      if (starts.has(startMs) && !firstWords.has(startMs)) firstWords.set(startMs, { paragraph, index })
      if (ends.has(endMs)) lastWords.set(endMs, { paragraph, index })
    }
  }
  const gaps = spoken.slice(1).flatMap(({ startMs: endMs }, at): SpokenGap[] => {
    const startMs = spoken[at]?.endMs ?? endMs
    const [last, next] = [lastWords.get(startMs), firstWords.get(endMs)]
    return last === undefined || next === undefined ? [] : [{ startMs, endMs, before: last, after: next }]
  })
  const made = { gaps, starts: Float64Array.from(gaps, ({ startMs }) => startMs) }
  known.set(paragraphs, made)
  return made
}
