import { spansAt } from './time-index.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { Difference } from '../second-opinion/difference.ts'

/** The differences no part of which can belong to these spans, which are in order and do not overlap. */
export function differencesOutside(
  transcript: Transcript,
  differences: readonly Difference[],
  spans: readonly TimeSpan[],
): readonly Difference[] {
  if (spans.length === 0) return differences
  const extentOf = extents(transcript)
  return differences.filter((each) => {
    const extent = extentOf(each)
    return spansAt(spans, extent).every((span) => !overlaps(span, extent))
  })
}

/**
 * From the end of the word before a difference to the start of the one after it: models without word times may place
 * what they recognized anywhere in between.
 */
function extents({ paragraphs }: Transcript): (difference: Difference) => TimeSpan {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const places = new Map(words.map(({ id }, place) => [id, place]))
  return ({ now, markFromId, markToId, wordBeforeId, startMs, endMs }) => {
    const [from, to] = [places.get(markFromId) ?? 0, places.get(markToId) ?? words.length]
    const isBetween = now.length === 0
    // At the start or end of the text, both are the only word beside it.
    const isAtEnd = isBetween && from === to
    const before = words[isAtEnd && wordBeforeId === null ? -1 : isBetween ? from : from - 1]
    const after = words[isAtEnd && wordBeforeId !== null ? words.length : isBetween ? to : to + 1]
    return {
      startMs: Math.min(startMs, before?.endMs ?? 0),
      endMs: Math.max(endMs, after?.startMs ?? Number.MAX_SAFE_INTEGER),
    }
  }
}

const overlaps = (one: TimeSpan, other: TimeSpan): boolean =>
  one.startMs < other.endMs && other.startMs < one.endMs
