/** A recording's clock: time since its start, without pauses. Times are in ms on the steady clock. */
export interface OwnClock {
  readonly startedAtMs: number
  /** Total length of finished pauses. */
  readonly pausedMs: number
  /** Start of the current pause; null if not paused. */
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
