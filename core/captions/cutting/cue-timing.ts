import type { CueSpan } from './segmentation.ts'
import type { CostTable } from '../costs/cost-table.ts'

export interface CueTime {
  readonly startMs: number
  readonly endMs: number
}

/** The input for the times of a cue. */
export interface CueTiming {
  /** Start of its first word, or the time that a mark sets. */
  readonly wordMs: number
  /** End of its last word. */
  readonly spokenMs: number
  /** The times of a cue whose start and end are set by marks. */
  readonly fixed?: CueTime
  readonly isStartSet: boolean
  /** The time that a mark sets for its end. */
  readonly setEndMs?: number
}

export function cueTiming(table: CostTable, span: CueSpan): CueTiming {
  const first = table.placed[span.from]?.atom
  const setEndMs = table.placed[span.to - 1]?.atom.marked?.cueEndMs
  return {
    wordMs: table.startsMs[span.from] ?? 0,
    spokenMs: spokenUntil(table, span),
    ...(first?.fixed === undefined
      ? {}
      : { fixed: { startMs: first.fixed.startMs, endMs: first.fixed.endMs } }),
    isStartSet: first?.marked?.cueStartMs !== undefined,
    ...(setEndMs === undefined ? {} : { setEndMs }),
  }
}

function spokenUntil(table: CostTable, span: CueSpan): number {
  let latest = 0
  for (let index = span.from; index < span.to; index++) latest = Math.max(latest, table.endsMs[index] ?? 0)
  return latest
}
