/** Whole milliseconds. */
export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

/** Stretches in order of time, those that overlap or touch as one. */
export function uniteStretches(stretches: readonly Stretch[]): Stretch[] {
  const result: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of stretches.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = result.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else result.push({ startMs, endMs })
  }
  return result
}
