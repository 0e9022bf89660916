import type { TimeSpan } from '../transcript/time-span.ts'

/** In order of time; those that overlap or touch are one. Empty ones are left out. */
export function joinSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const joined: TimeSpan[] = []
  const inOrder = spans.filter(({ startMs, endMs }) => endMs > startMs).sort((a, b) => a.startMs - b.startMs)
  for (const { startMs, endMs } of inOrder) {
    const last = joined.at(-1)
    if (last === undefined || startMs > last.endMs) joined.push({ startMs, endMs })
    else joined[joined.length - 1] = { ...last, endMs: Math.max(last.endMs, endMs) }
  }
  return joined
}
