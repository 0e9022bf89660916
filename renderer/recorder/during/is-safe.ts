import type { Running } from '../running/recorder-store.ts'

/** The disk acknowledges about once per second; after this long without, new sound is not safe. */
const FRESH_MS = 3_000

/** Whether the recorded sound is on disk, as acknowledged. `nowMs`: on the steady clock. */
export function isSafe(
  { acknowledgedAtMs, safeMs, keptMs, clock, isConnected }: Running,
  nowMs: number,
): boolean {
  const isFresh = acknowledgedAtMs !== null && nowMs - acknowledgedAtMs < FRESH_MS
  return isConnected && isFresh && keptMs < FRESH_MS && (safeMs > 0 || clock.pausedSinceMs !== null)
}
