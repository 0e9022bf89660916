import { type Energy, sumEnergy } from './energy.ts'
import type { RunCost } from './run-cost.ts'

export interface MonthEnergy {
  readonly month: string
  readonly runs: number
  readonly energy: Energy
}

/** Newest month first. `monthOf`: the month of a time in ms, as a sortable text: `2026-11`. */
export function energyByMonth(
  runs: readonly Pick<RunCost, 'startedAtMs' | 'energy'>[],
  monthOf: (ms: number) => string,
): MonthEnergy[] {
  const months = new Map<string, Energy[]>()
  for (const { startedAtMs, energy } of runs) {
    const month = monthOf(startedAtMs)
    const energies = months.get(month)
    if (energies === undefined) months.set(month, [energy])
    else energies.push(energy)
  }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([month, energies]) => {
      const energy = sumEnergy(energies)
      return energy === null ? [] : [{ month, runs: energies.length, energy }]
    })
}
