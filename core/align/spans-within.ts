import type { TimeSpan } from '../transcript/time-span.ts'

/** The parts of merged spans that are within another span. */
export function spansWithin(spans: readonly TimeSpan[], { startMs, endMs }: TimeSpan): TimeSpan[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.endMs ?? 0) <= startMs) low = middle + 1
    else high = middle
  }
  const parts: TimeSpan[] = []
  for (let at = low; at < spans.length; at += 1) {
    const span = spans[at]
    if (span === undefined || span.startMs >= endMs) break
    parts.push({ startMs: Math.max(span.startMs, startMs), endMs: Math.min(span.endMs, endMs) })
  }
  return parts
}
