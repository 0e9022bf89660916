import { Fault } from '#contracts/errors'
import { rangeProblem, type TimeRange } from '#core/sound/range'

/** Faults `range.empty`, `range.beyond-end`. `durationMs`: of the recording, null if not known yet. */
export function checkRange(range: TimeRange, durationMs: number | null): void {
  const problem = rangeProblem(range, durationMs)
  if (problem === null) return
  const { fromMs = 0, toMs } = range
  if (problem === 'empty') {
    throw new Fault('range.empty', { from: { timeMs: fromMs }, to: { timeMs: toMs ?? 0 } })
  }
  const end = durationMs ?? 0
  const outside = fromMs >= end ? fromMs : (toMs ?? end)
  throw new Fault('range.beyond-end', { time: { timeMs: outside }, length: { timeMs: end } })
}
