import type { TimeSpan } from '../transcript/time-span.ts'
import type { DecodedLine, LiveRecord } from './live-record.ts'

/**
 * The live text of a part of the recording that becomes a recording of its own: the lines that begin in it.
 */
export function partOfRecord({ lines, changes }: LiveRecord, part: TimeSpan): LiveRecord {
  return {
    lines: timedInPart(lines, part).map((line): DecodedLine => {
      return { ...line, words: line.words === null ? null : timedInPart(line.words, part) }
    }),
    changes,
  }
}

/** What begins in a part, with times from the part's start. */
export function timedInPart<Timed extends TimeSpan>(
  all: readonly Timed[],
  { startMs, endMs }: TimeSpan,
): Timed[] {
  return all
    .filter((one) => one.startMs >= startMs && one.startMs < endMs)
    .map((one) => ({
      ...one,
      startMs: one.startMs - startMs,
      endMs: Math.min(one.endMs, endMs) - startMs,
    }))
}
