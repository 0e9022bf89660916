import type { StoredRunCost } from './run-cost.ts'

/** The cost of an hour of sound on this computer, from its own runs. */
export interface HourCost {
  readonly minutes: number
  readonly wattHours: number
  /** Number of runs it was measured on. */
  readonly runs: number
}

/** Shorter ones consist mostly of starting and loading. */
const MIN_SOUND_MS = 60_000
const HOUR_MS = 3_600_000

/**
 * The median of complete transcriptions with that speech model, with one pass or both; null if there was
 * none. Runs that reused texts of earlier ones do not show the whole cost.
 */
export function costAnHour(
  runs: readonly StoredRunCost[],
  modelId: string,
  isQuick: boolean,
): HourCost | null {
  const whole = runs.flatMap(({ kind, outcome, details, wallMs, energy }) => {
    const { soundMs = 0, reusedTexts = 0, models = [] } = details
    const isSame =
      details.isQuick === isQuick && models.some(({ role, id }) => role === 'recogniser' && id === modelId)
    const isWhole =
      kind === 'transcribe' && outcome === 'done' && soundMs >= MIN_SOUND_MS && reusedTexts === 0
    if (!isSame || !isWhole) return []
    const hours = soundMs / HOUR_MS
    return [{ minutes: wallMs / 60_000 / hours, wattHours: energy.wattHours / hours }]
  })
  const minutes = median(whole.map((one) => one.minutes))
  const wattHours = median(whole.map((one) => one.wattHours))
  return minutes === null || wattHours === null ? null : { minutes, wattHours, runs: whole.length }
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
