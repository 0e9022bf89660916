import type { Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import { marksIn, type PlaceRange, type WordOrder } from './word-order.ts'

/** How many cues before and after may have words between those of a cue when speakers overlap. */
const NEAR = 6

/**
 * The words of a cue: those it shows, those its wording replaces, and the hidden ones between them. More than
 * one range if words of other cues are in between; in order.
 */
export function cueRanges(
  order: WordOrder,
  transcript: Pick<Transcript, 'marks'>,
  cues: readonly Cue[],
  cue: Cue,
): PlaceRange[] {
  const near = cues.slice(Math.max(0, cue.index - NEAR), cue.index + NEAR + 1)
  const places = order.placesOf(new Set(near.flatMap(({ wordIds }) => wordIds)))
  const own = placesIn(places, cue)
  const others = new Set(near.filter((other) => other !== cue).flatMap((other) => placesIn(places, other)))
  const ranges: { from: number; to: number }[] = []
  for (const place of own) {
    const last = ranges.at(-1)
    if (last !== undefined && !hasAny(others, last.to + 1, place)) last.to = place
    else ranges.push({ from: place, to: place })
  }
  for (const range of ranges) {
    for (const { from, to } of marksIn(order, transcript.marks, ['wording'], range)) {
      // The text of a wording is at its first word.
      if (from >= range.from) range.to = Math.max(range.to, to)
    }
  }
  return ranges
}

/** The range of a cue without words of other cues in between; null if there are any. */
export function wholeRange(
  order: WordOrder,
  transcript: Pick<Transcript, 'marks'>,
  cues: readonly Cue[],
  cue: Cue,
): PlaceRange | null {
  const [range, ...others] = cueRanges(order, transcript, cues, cue)
  return range === undefined || others.length > 0 ? null : range
}

/** Whether the last word of a cue continues in the next one because it is longer than a line. */
export function sharesWord(first: Cue | undefined, second: Cue | undefined): boolean {
  return (
    first !== undefined && second !== undefined && second.wordIds.some((id) => first.wordIds.includes(id))
  )
}

function placesIn(places: ReadonlyMap<string, number>, { wordIds }: Cue): number[] {
  return wordIds.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b)
}

function hasAny(places: ReadonlySet<number>, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if (places.has(place)) return true
  return false
}
