import type { TimeSpan } from '../transcript/time-span.ts'
/** Index of the first span that starts at or after `ms`; spans in order of start. */
export function firstStartingFrom(spans: readonly TimeSpan[], ms: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.startMs ?? Infinity) < ms) low = middle + 1
    else high = middle
  }
  return low
}

/** The spans that overlap or touch another; spans in order of start, none inside an earlier one. */
export function spansAt<Span extends TimeSpan>(spans: readonly Span[], { startMs, endMs }: TimeSpan): Span[] {
  let from = firstStartingFrom(spans, startMs)
  while ((spans[from - 1]?.endMs ?? -1) >= startMs) from -= 1
  let to = from
  while ((spans[to]?.startMs ?? Infinity) <= endMs) to += 1
  return spans.slice(from, to)
}
