/** A jump of the wall clock ahead of the steady one by more than this is sleep, in ms. */
const SLEEP_MS = 2_000

/** By the steady clock itself, ms since the epoch. */
export interface Sleep {
  readonly fromMs: number
  readonly toMs: number
}

/** Time in ms since the epoch that never goes back; time during which the computer slept counts. */
export interface SteadyClock {
  now(): number
  /** The time that the wall clock gave in another thread, on this clock. */
  ofWall(wallMs: number): number
  /** Told of each sleep once the clock is asked after it. Returns the function that stops it. */
  onSleep(listener: (sleep: Sleep) => void): () => void
}

/** `wall` may be set by a person; `steady` never goes back, and stands still on some systems while the computer sleeps. */
export function createSteadyClock(wall: () => number, steady: () => number): SteadyClock {
  const start = { wall: wall(), steady: steady() }
  const listeners = new Set<(sleep: Sleep) => void>()
  let sleptMs = 0
  const now = (): number => {
    const passed = steady() - start.steady + sleptMs
    const missing = wall() - start.wall - passed
    if (missing < SLEEP_MS) return start.wall + passed
    sleptMs += missing
    const toMs = start.wall + passed + missing
    for (const listener of listeners) listener({ fromMs: toMs - missing, toMs })
    return toMs
  }
  return {
    now,
    ofWall: (wallMs) => now() - Math.max(0, wall() - wallMs),
    onSleep(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
