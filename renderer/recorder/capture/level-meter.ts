/** What a meter shows for a source. Levels are in dB below full scale. */
export interface Meter {
  /** Over the last blocks, falling slowly; −Infinity during silence. */
  readonly levelDb: number
  /** The maximum over the last moments. */
  readonly peakDb: number
  readonly peakAtMs: number
  /** How many times it clipped since it was reset; samples within half a second count once. */
  readonly clips: number
  readonly clippedAtMs: number | null
  /** Since when nothing is audible; null while something is. */
  readonly silentSinceMs: number | null
  /** Since when every sample has been exactly zero. */
  readonly zeroSinceMs: number | null
  /** A non-zero sample has arrived since the device was opened. */
  readonly hasSounded: boolean
  /** When the last sound arrived, silent or not. */
  readonly lastBlockMs: number
}

export interface MeteredBlock {
  readonly peak: number
  readonly clipped: number
  readonly atMs: number
}

/** Nothing below this is audible. */
export const SILENCE_DB = -60
const FALL_DB_PER_SECOND = 24
const PEAK_HELD_MS = 1_500
const ONE_CLIP_MS = 500

export function newMeter(atMs: number): Meter {
  return {
    levelDb: -Infinity,
    peakDb: -Infinity,
    peakAtMs: atMs,
    clips: 0,
    clippedAtMs: null,
    silentSinceMs: atMs,
    zeroSinceMs: atMs,
    hasSounded: false,
    lastBlockMs: atMs,
  }
}

export function nextMeter(meter: Meter, { peak, clipped, atMs }: MeteredBlock): Meter {
  const db = peak === 0 ? -Infinity : 20 * Math.log10(peak)
  const fallen = meter.levelDb - (Math.max(0, atMs - meter.lastBlockMs) / 1000) * FALL_DB_PER_SECOND
  const isPeakHeld = meter.peakDb > db && atMs - meter.peakAtMs < PEAK_HELD_MS
  const isNewClip = clipped > 0 && (meter.clippedAtMs === null || atMs - meter.clippedAtMs > ONE_CLIP_MS)
  const levelDb = Math.max(db, fallen)
  return {
    levelDb: levelDb < 2 * SILENCE_DB ? -Infinity : levelDb,
    peakDb: isPeakHeld ? meter.peakDb : db,
    peakAtMs: isPeakHeld ? meter.peakAtMs : atMs,
    clips: meter.clips + (isNewClip ? 1 : 0),
    clippedAtMs: clipped > 0 ? atMs : meter.clippedAtMs,
    silentSinceMs: db >= SILENCE_DB ? null : (meter.silentSinceMs ?? atMs),
    zeroSinceMs: peak > 0 ? null : (meter.zeroSinceMs ?? atMs),
    hasSounded: meter.hasSounded || peak > 0,
    lastBlockMs: atMs,
  }
}

export function clearClips(meter: Meter): Meter {
  return { ...meter, clips: 0, clippedAtMs: null }
}

/** Position of a level on the scale of the meter, 0–1. */
export function meterShare(db: number): number {
  return Math.max(0, Math.min(1, (db - SILENCE_DB) / -SILENCE_DB))
}
