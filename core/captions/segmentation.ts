import { forEachSpan, type CueSpan } from './cue-spans.ts'
import type { Track } from './track.ts'
import { findChange } from './track-change.ts'

export type { CueSpan }

/**
 * Costs are summed in integer steps: sums of fractions depend on the order of addition, so that ties would be decided
 * differently in different places.
 */
const COST_STEPS = 10_000

/** The cheapest ways to cut a track up to each place between atoms. */
export interface Segmentation {
  readonly track: Track
  /** Cost of the cheapest way, in integer steps; Infinity where no cue can end. */
  readonly best: Float64Array
  /** Where the last cue of that way begins, and whether two voices share it. */
  readonly cameFrom: Int32Array
  readonly shared: Uint8Array
  /** The last place that the costs of the cues from each place depend on. */
  readonly reach: Int32Array
}

/** The cheapest way to cut the track into cues. On a tie, the earlier break wins. */
export function cheapestCues(track: Track): CueSpan[] {
  return spansOf(segment(track))
}

/**
 * Dynamic programming over the places between atoms, forward from each place. With the result for an earlier track, if
 * its rules and names are the same, only what a change affects is computed: until the costs of as many places as the longest
 * cue has differ from the earlier ones by the same amount, from where on all ways are the earlier ones.
 */
export function segment(track: Track, before?: Segmentation): Segmentation {
  const { count } = track
  const best = new Float64Array(count + 1).fill(Infinity)
  const cameFrom = new Int32Array(count + 1)
  const shared = new Uint8Array(count + 1)
  const reach = new Int32Array(count)
  const made = { track, best, cameFrom, shared, reach }
  best[0] = 0
  const earlier =
    before !== undefined && isOfSameRules(before.track, track) ? reusable(before, track) : undefined
  const start = earlier === undefined ? 0 : copyStart(earlier, made)
  for (let from = Math.max(0, start - (earlier?.longest ?? 0)); from < count; from++) {
    if (earlier !== undefined && from >= start && hasConverged(earlier, best, from)) {
      copyEnd(earlier, made, from)
      return made
    }
    const reached = best[from] ?? Infinity
    reach[from] = forEachSpan(track, from, (to, cost, isShared) => {
      if (to <= start) return
      const sum = reached + Math.round(cost * COST_STEPS)
      if (sum >= (best[to] ?? Infinity)) return
      best[to] = sum
      cameFrom[to] = from
      shared[to] = isShared ? 1 : 0
    })
    if (earlier !== undefined) earlier.longest = Math.max(earlier.longest, (reach[from] ?? 0) - from)
  }
  return made
}

function isOfSameRules(before: Track, now: Track): boolean {
  return before.rules === now.rules && before.names === now.names
}

export function spansOf({ track, cameFrom, shared }: Segmentation): CueSpan[] {
  const spans: CueSpan[] = []
  for (let to = track.count; to > 0;) {
    const from = cameFrom[to] ?? 0
    spans.push({ from, to, isShared: shared[to] === 1 })
    to = from
  }
  return spans.reverse()
}

/** An earlier segmentation, and how the new track differs from its own. */
interface Earlier {
  readonly before: Segmentation
  /** The first place whose cues may have other costs. */
  readonly start: number
  /** From this place of the new track on cues have the costs they had. */
  readonly end: number
  readonly added: number
  /** Of the spans from one place, with what their costs depend on, in either track so far. */
  longest: number
  /** How many places before the one in question have costs that differ from the earlier ones by `difference`. */
  alike: number
  difference: number
}

function reusable(before: Segmentation, track: Track): Earlier {
  const { from, to, added } = findChange(before.track, track)
  let start = from
  let longest = 1
  for (const [place, reach] of before.reach.entries()) {
    longest = Math.max(longest, reach - place)
    if (reach >= from && place < start) start = place
  }
  // The costs of a cue depend on the atom before it too.
  return { before, start, end: to + 1, added, longest, alike: 0, difference: Number.NaN }
}

/** Copies what the change does not affect; returns the last place whose ways are the earlier ones. */
function copyStart({ before, start }: Earlier, made: Segmentation): number {
  made.best.set(before.best.subarray(0, start + 1))
  made.cameFrom.set(before.cameFrom.subarray(0, start + 1))
  made.shared.set(before.shared.subarray(0, start + 1))
  made.reach.set(before.reach.subarray(0, start))
  return start
}

/** Whether all ways beyond this place, whose own cost is final, are the earlier ones. */
function hasConverged(earlier: Earlier, best: Float64Array, place: number): boolean {
  if (place < earlier.end) return false
  const now = best[place] ?? Infinity
  const then = earlier.before.best[place - earlier.added] ?? Infinity
  // No cue can end at either.
  const isClosed = now === Infinity && then === Infinity
  if (!isClosed && now - then !== earlier.difference) {
    earlier.difference = now - then
    earlier.alike = 0
  }
  earlier.alike += 1
  return earlier.alike > earlier.longest && Number.isFinite(earlier.difference)
}

function copyEnd({ before, added, difference }: Earlier, made: Segmentation, place: number): void {
  for (let to = place; to <= made.track.count; to++) {
    made.best[to] = (before.best[to - added] ?? Infinity) + difference
    made.cameFrom[to] = (before.cameFrom[to - added] ?? 0) + added
    made.shared[to] = before.shared[to - added] ?? 0
    if (to < made.track.count) made.reach[to] = (before.reach[to - added] ?? 0) + added
  }
}
