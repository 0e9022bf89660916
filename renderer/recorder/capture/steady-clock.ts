/** A jump of the wall clock ahead of the steady one by more than this is sleep, in ms. */
const SLEEP_MS = 2_000

/** Time in ms since the epoch that never goes back; time during which the computer slept counts. */
export interface SteadyClock {
  now(): number
  /** The time that `Date.now()` gave in another thread, on this clock. */
  ofWall(wallMs: number): number
}

export function createSteadyClock(
  wall: () => number = () => Date.now(),
  steady: () => number = () => performance.timeOrigin + performance.now(),
): SteadyClock {
  const start = { wall: wall(), steady: steady() }
  let sleptMs = 0
  const now = (): number => {
    const passed = steady() - start.steady + sleptMs
    // The steady clock of some systems stands still while the computer sleeps.
    const missing = wall() - start.wall - passed
    if (missing < SLEEP_MS) return start.wall + passed
    sleptMs += missing
    return start.wall + passed + missing
  }
  return {
    now,
    ofWall: (wallMs) => now() - Math.max(0, wall() - wallMs),
  }
}
