/** Energy of a run in watt-hours of the processor alone: without memory, disk and screen. */
export interface Energy {
  /** `measured`: by the processor's own counter; `estimated`: from processor time. */
  readonly source: 'measured' | 'estimated'
  readonly wattHours: number
  /** The likely range of the true value. */
  readonly leastWattHours: number
  readonly mostWattHours: number
}

/**
 * Watts of one busy thread of an unknown processor (CodeCarbon's value), and of efficient and power-hungry
 * ones.
 */
export const WATTS_A_THREAD = { usual: 4, least: 2, most: 7 } as const

/** Watts of a laptop's screen at normal brightness. */
const SCREEN_WATTS = 5

const MS_AN_HOUR = 3_600_000
const JOULES_A_WATT_HOUR = 3_600

/** `cpuMs`: processor time of all processes of the run. */
export function estimatedEnergy(cpuMs: number): Energy {
  const hours = cpuMs / MS_AN_HOUR
  return {
    source: 'estimated',
    wattHours: hours * WATTS_A_THREAD.usual,
    leastWattHours: hours * WATTS_A_THREAD.least,
    mostWattHours: hours * WATTS_A_THREAD.most,
  }
}

export interface CounterReading {
  /** Used by the whole processor during the run. */
  readonly joules: number
  /** Processor time in ms: of the run, of everything that ran meanwhile, and the maximum available. */
  readonly cpuMs: number
  readonly busyMs: number
  readonly capacityMs: number
}

/**
 * The run's share of the energy used by the whole processor, by its share of the busy time. At least its
 * share of the available time, as an idle processor uses energy too; at most all of it.
 */
export function measuredEnergy({ joules, cpuMs, busyMs, capacityMs }: CounterReading): Energy {
  const all = joules / JOULES_A_WATT_HOUR
  const part = (of: number): number => (of > 0 ? Math.min(1, cpuMs / of) : 1)
  return {
    source: 'measured',
    wattHours: all * part(busyMs),
    leastWattHours: all * Math.min(part(capacityMs), part(busyMs)),
    mostWattHours: all,
  }
}

/** Sum over several runs; estimated if one of them is. Null for none. */
export function sumEnergy(energies: readonly Energy[]): Energy | null {
  const [first, ...others] = energies
  if (first === undefined) return null
  return others.reduce(
    (sum, one) => ({
      source: sum.source === 'measured' && one.source === 'measured' ? 'measured' : 'estimated',
      wattHours: sum.wattHours + one.wattHours,
      leastWattHours: sum.leastWattHours + one.leastWattHours,
      mostWattHours: sum.mostWattHours + one.mostWattHours,
    }),
    first,
  )
}

/** For how many minutes this energy could power a laptop's screen. */
export function screenMinutes(wattHours: number): number {
  return (wattHours / SCREEN_WATTS) * 60
}
