import type { TimeSpan } from './time-span.ts'

/** The spans in order of time, merging those that overlap, touch, or have at most `gapMs` between them. */
export function uniteSpans(spans: readonly TimeSpan[], gapMs = 0): TimeSpan[] {
  const united: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = united.at(-1)
    if (last !== undefined && startMs - last.endMs <= gapMs) last.endMs = Math.max(last.endMs, endMs)
    else united.push({ startMs, endMs })
  }
  return united
}
