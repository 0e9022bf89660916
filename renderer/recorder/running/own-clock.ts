/** A recording's own clock: time since its start, without its pauses. Times are those of the steady clock, in ms. */
export interface OwnClock {
  readonly startedAtMs: number
  /** Length of the pauses that are over. */
  readonly pausedMs: number
  /** Since when it has been paused; null while it is not. */
  readonly pausedSinceMs: number | null
}

export function elapsedMs({ startedAtMs, pausedMs, pausedSinceMs }: OwnClock, nowMs: number): number {
  return Math.max(0, (pausedSinceMs ?? nowMs) - startedAtMs - pausedMs)
}

export function paused(clock: OwnClock, nowMs: number): OwnClock {
  return clock.pausedSinceMs === null ? { ...clock, pausedSinceMs: nowMs } : clock
}

export function resumed(clock: OwnClock, nowMs: number): OwnClock {
  const { pausedSinceMs, pausedMs } = clock
  if (pausedSinceMs === null) return clock
  return { ...clock, pausedMs: pausedMs + Math.max(0, nowMs - pausedSinceMs), pausedSinceMs: null }
}
