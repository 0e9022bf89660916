import type { Paragraph } from '../transcript/transcript.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { CutClock } from './cut-clock.ts'
import type { FoundPlace } from './found-places.ts'
import { spokenGapAt } from './spoken-gaps.ts'

/** A pause as the text shows it. */
export interface TextPause {
  readonly place: FoundPlace
  /** The word that ends before it. */
  readonly paragraphId: string
  readonly wordId: string
  /** From that word to the next one, in ms, whatever is cut of it. */
  readonly lengthMs: number
}

/** Where pauses are in the text; those before the first word and after the last one are left out. */
export const pausesInText = (paragraphs: readonly Paragraph[], places: readonly FoundPlace[]): TextPause[] =>
  places.flatMap((place) => {
    const gap = spokenGapAt(paragraphs, middleMs(place))
    const word = gap?.before.paragraph.words[gap.before.index]
    if (gap === null || word === undefined) return []
    const { startMs, endMs, before } = gap
    return [{ place, paragraphId: before.paragraph.id, wordId: word.id, lengthMs: endMs - startMs }]
  })

/** Lengths of a pause between words, in ms that need not be whole. */
export interface PauseLengths {
  readonly lengthMs: number
  /** In the cut: as it is there if its place is cut, else as it will be. */
  readonly becomesMs: number
}

/** Null before the first word and after the last one. */
export function pauseLengths(
  paragraphs: readonly Paragraph[],
  place: FoundPlace,
  clock: CutClock,
): PauseLengths | null {
  const gap = spokenGapAt(paragraphs, middleMs(place))
  if (gap === null) return null
  const nowMs = clock.exactCutTime(gap.endMs).ms - clock.exactCutTime(gap.startMs).ms
  return {
    lengthMs: gap.endMs - gap.startMs,
    becomesMs: place.isCut ? nowMs : Math.max(0, nowMs - (place.endMs - place.startMs)),
  }
}

const middleMs = ({ startMs, endMs }: TimeSpan): number => (startMs + endMs) / 2
