import type { TimeSpan } from '../transcript/time-span.ts'
/** Stretches in order of time, with those that overlap or touch merged. */
export function uniteStretches(stretches: readonly TimeSpan[]): TimeSpan[] {
  const result: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of stretches.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = result.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else result.push({ startMs, endMs })
  }
  return result
}
