/** If the wall clock gains more than this on the steady one, the computer slept; in ms. */
const SLEEP_MS = 2_000

/** If a thread is interrupted for longer than this between two readings, both are read again; in ms. */
const MAX_READING_MS = 2
const MAX_READINGS = 10

/** On the steady clock, in ms since the epoch. */
export interface Sleep {
  readonly fromMs: number
  readonly toMs: number
}

/** Time in ms since the epoch that never goes back; it includes time during which the computer slept. */
export interface SteadyClock {
  now(): number
  /** Converts a wall clock time from another thread to this clock. */
  ofWall(wallMs: number): number
  /**
   * Calls the listener with each sleep, once the clock is read after it. Returns the function that removes
   * it.
   */
  onSleep(listener: (sleep: Sleep) => void): () => void
}

/**
 * `wall` may be set by a person; `steady` never goes back, but stops on some systems while the computer
 * sleeps.
 */
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
  /** Both clocks at the same moment. */
  const both = (): { readonly wallMs: number; readonly nowMs: number } => {
    for (let reading = 1; ; reading += 1) {
      const [before, nowMs, wallMs] = [wall(), now(), wall()]
      if (Math.abs(wallMs - before) <= MAX_READING_MS || reading === MAX_READINGS) return { wallMs, nowMs }
    }
  }
  return {
    now,
    ofWall: (stampMs) => {
      const { wallMs, nowMs } = both()
      return nowMs - Math.max(0, wallMs - stampMs)
    },
    onSleep(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
