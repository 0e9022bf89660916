/** Sound of a source that never arrived; the recording has as much silence instead. */
export interface MissingSound {
  readonly source: number
  /** In the source's file, ms. */
  readonly atMs: number
  readonly lengthMs: number
}

/** The two clocks may differ by this much, ms. */
const MAX_APART_MS = 5_000

/** Whether it is missing because the computer slept then, which is reported by itself. */
export function isOfSleep(
  missing: Pick<MissingSound, 'atMs' | 'lengthMs'>,
  sleep: Pick<MissingSound, 'atMs' | 'lengthMs'>,
): boolean {
  return (
    Math.abs(missing.atMs - sleep.atMs) <= MAX_APART_MS && missing.lengthMs <= sleep.lengthMs + MAX_APART_MS
  )
}
