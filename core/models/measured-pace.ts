/** A completed transcription on this computer. */
export interface DoneWork {
  /** Working time of all its runs, in ms. */
  readonly workedMs: number
  /** Length of the transcribed sound, in ms. */
  readonly soundMs: number
}

/** Shorter ones consist mostly of starting and loading. */
const MIN_SOUND_MS = 60_000
/** A smaller share means that the job only read stored results. */
const MIN_SHARE = 0.01

/** Minutes of work per hour of sound: the median of what was measured; null if nothing was. */
export function minutesAnHour(done: readonly DoneWork[]): number | null {
  const shares = done
    .filter(({ soundMs }) => soundMs >= MIN_SOUND_MS)
    .map(({ workedMs, soundMs }) => workedMs / soundMs)
    .filter((share) => share >= MIN_SHARE)
    .sort((a, b) => a - b)
  const middle = shares[Math.floor(shares.length / 2)]
  return middle === undefined ? null : middle * 60
}
