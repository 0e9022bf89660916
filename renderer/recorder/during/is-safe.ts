import type { Running } from '../running/recorder-store.ts'

/** The disk acknowledges about once a second; after this long without, what is new is not safe. */
const FRESH_MS = 3_000

/** Whether what was recorded is on disk, as the disk acknowledged it. `nowMs`: by the steady clock. */
export function isSafe(
  { acknowledgedAtMs, safeMs, keptMs, clock, isConnected }: Running,
  nowMs: number,
): boolean {
  const isFresh = acknowledgedAtMs !== null && nowMs - acknowledgedAtMs < FRESH_MS
  return isConnected && isFresh && keptMs < FRESH_MS && (safeMs > 0 || clock.pausedSinceMs !== null)
}
