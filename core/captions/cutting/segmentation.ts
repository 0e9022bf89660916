import { forEachSpan, type CueSpan } from './cue-spans.ts'
import type { CostTable } from '../costs/cost-table.ts'

export type { CueSpan }

/**
 * Costs are summed in integer steps: sums of fractions depend on the order of addition, so that ties would be decided
 * differently in different places.
 */
const COST_STEPS = 10_000

/**
 * The cheapest ways to cut a table up to each place between atoms; places are stored as distances, so that
 * parts can be moved. No cue has as many as 65,536 atoms, as each has at least one character.
 */
export interface Segmentation {
  readonly count: number
  /** Cost of the cheapest way, in integer steps; Infinity where no cue can end. */
  readonly best: Float64Array
  /** How many atoms the last cue of that way has, and whether two voices share it. */
  readonly lengths: Uint16Array
  readonly shared: Uint8Array
  /** Distance from each place to the last one that affects the costs of the cues starting there. */
  readonly reaches: Uint16Array
  /** At least the maximum of these. */
  longestReach: number
}

/** The cheapest way to cut the table into cues. On a tie, the earlier break wins. */
export function cheapestCues(table: CostTable): CueSpan[] {
  const segmentation = segment(table)
  return spansBetween(segmentation, 0, segmentation.count)
}

/** Dynamic programming over the places between atoms, forward from each place. */
export function segment(table: CostTable): Segmentation {
  const made = emptySegmentation(table.count)
  made.best[0] = 0
  for (let from = 0; from < table.count; from++) addCuesFrom(made, table, 0, from, 0)
  return made
}

export function emptySegmentation(count: number): Segmentation {
  return {
    count,
    best: new Float64Array(count + 1).fill(Infinity),
    lengths: new Uint16Array(count + 1),
    shared: new Uint8Array(count + 1),
    reaches: new Uint16Array(count),
    longestReach: 1,
  }
}

/**
 * Adds the ways that end with a cue starting at this place of the table.
 * @param base place of the segmentation at which the table begins
 * @param known ways to this place of the table and earlier ones are known
 * @returns the last place of the table that the costs depend on
 */
export function addCuesFrom(
  made: Segmentation,
  table: CostTable,
  base: number,
  from: number,
  known: number,
): number {
  const { best, lengths, shared } = made
  const reached = best[base + from] ?? Infinity
  const reach = forEachSpan(table, from, (to, cost, isShared) => {
    if (to <= known) return
    const sum = reached + Math.round(cost * COST_STEPS)
    if (sum >= (best[base + to] ?? Infinity)) return
    best[base + to] = sum
    lengths[base + to] = to - from
    shared[base + to] = isShared ? 1 : 0
  })
  made.reaches[base + from] = reach - from
  made.longestReach = Math.max(made.longestReach, reach - from)
  return reach
}

/** The last cues of the cheapest way to a place, in order, back to the first cue that begins at `from` or before. */
export function spansBetween({ lengths, shared }: Segmentation, from: number, until: number): CueSpan[] {
  const spans: CueSpan[] = []
  for (let to = until; to > from;) {
    const start = to - (lengths[to] ?? to)
    spans.push({ from: start, to, isShared: shared[to] === 1 })
    to = start
  }
  return spans.reverse()
}
