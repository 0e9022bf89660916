import type { CallOutput } from '#contracts/calls/calls'
import { costAnHour } from '#core/sheet/cost-an-hour'
import { energyByMonth } from '#core/sheet/energy-by-month'
import type { StoredRunCost } from '#core/sheet/run-cost'

/** Energy used by all runs, by month, and the cost of an hour of sound with each speech model used. */
export function libraryEnergy(runs: readonly StoredRunCost[]): CallOutput<'program.energy'> {
  const recognizers = runs.flatMap(({ details }) =>
    (details.models ?? []).filter(({ role }) => role === 'recogniser').map(({ id }) => id),
  )
  const models = [...new Set(recognizers)].map((id) => ({
    id,
    quick: costAnHour(runs, id, true),
    both: costAnHour(runs, id, false),
  }))
  return { months: energyByMonth(runs, monthHere), models }
}

/** In this computer's time zone. */
function monthHere(ms: number): string {
  const date = new Date(ms)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`
}
