import { addCuesFrom, type Segmentation } from './segmentation.ts'
import { SPARE_ATOMS } from '../costs/spare-time.ts'
import type { CostTable } from '../costs/cost-table.ts'
import { findChange } from '../costs/cost-table-change.ts'

/** The part of a text around a change, before and after it; no words overlap at its edges. */
export interface TableWindow {
  readonly before: CostTable
  readonly now: CostTable
  /** How many atoms are before it. */
  readonly base: number
  /** Nothing follows it. */
  readonly isAtEnd: boolean
  /** Whether an atom of the old part equals one of the new part, apart from what the columns say. */
  readonly isAlike: (before: number, now: number) => boolean
}

export interface Resegmented {
  readonly segmentation: Segmentation
  /** The ways to this place, and to all earlier ones, are unchanged. */
  readonly start: number
  /** From this place on the last cues of all ways are unchanged; beyond the end if there is no such place. */
  readonly end: number
}

/** In which direction a window is too narrow. */
export type Narrow = 'narrow-before' | 'narrow-after'

/**
 * The result of `segment` for a text with a changed part, computing only what the change affects: it stops
 * when the costs of as many places as the longest cue has atoms differ from the old ones by the same amount,
 * as all ways are the old ones from there.
 */
export function segmentAgain(before: Segmentation, window: TableWindow): Resegmented | Narrow {
  const { now, base, isAtEnd, isAlike } = window
  const { from, to, added } = findChange(window.before, now, isAlike)
  const start = firstAffected(before, base, from)
  const first = start - before.longestReach
  // The costs of cues at the edges of the window depend on what is beyond.
  if (first <= SPARE_ATOMS && base > 0) return 'narrow-before'
  const made = copyAround(before, added, base + start, base + now.count)
  // The costs of a cue also depend on the atom before it.
  const convergence = new Convergence(before, added, base + to + 1)
  for (let at = Math.max(0, first); at < now.count; at++) {
    if (at >= start && convergence.isAt(made, base + at)) {
      copyEnd(before, made, base + at, added, convergence.difference)
      return { segmentation: made, start: base + start, end: base + at }
    }
    const reach = addCuesFrom(made, now, base, at, start)
    if (reach + SPARE_ATOMS >= now.count && !isAtEnd) return 'narrow-after'
  }
  return isAtEnd ? { segmentation: made, start: base + start, end: made.count + 1 } : 'narrow-after'
}

/** The first place of the window whose cues may have different costs if the atom `from` has changed. */
function firstAffected({ reaches, longestReach }: Segmentation, base: number, from: number): number {
  for (let place = Math.max(0, from - longestReach); place < from; place++) {
    if (place + (reaches[base + place] ?? 0) >= from) return place
  }
  return from
}

/** Copies the ways up to `start`, and from the end of the window on. */
function copyAround(before: Segmentation, added: number, start: number, until: number): Segmentation {
  const count = before.count + added
  const best = new Float64Array(count + 1)
  const lengths = new Uint16Array(count + 1)
  const shared = new Uint8Array(count + 1)
  const reaches = new Uint16Array(count)
  best.set(before.best.subarray(0, start + 1))
  best.fill(Infinity, start + 1, until + 1)
  lengths.set(before.lengths.subarray(0, start + 1))
  shared.set(before.shared.subarray(0, start + 1))
  reaches.set(before.reaches.subarray(0, start))
  return { count, best, lengths, shared, reaches, longestReach: before.longestReach }
}

/** Finds the place from which on the costs differ from the old ones by a constant. */
class Convergence {
  readonly #before: Segmentation
  readonly #added: number
  readonly #end: number
  /** How many places before the current one have costs that differ by `difference`. */
  #alike = 0
  difference = Number.NaN

  /** @param end from this place on cues have their old costs */
  constructor(before: Segmentation, added: number, end: number) {
    this.#before = before
    this.#added = added
    this.#end = end
  }

  /** Called for each place in turn, once its own cost is final. */
  isAt({ best, longestReach }: Segmentation, place: number): boolean {
    if (place < this.#end) return false
    const now = best[place] ?? Infinity
    const then = this.#before.best[place - this.#added] ?? Infinity
    // No cue can end at either.
    const isClosed = now === Infinity && then === Infinity
    if (!isClosed && now - then !== this.difference) {
      this.difference = now - then
      this.#alike = 0
    }
    this.#alike += 1
    return this.#alike > longestReach && Number.isFinite(this.difference)
  }
}

function copyEnd(
  before: Segmentation,
  { best, lengths, shared, reaches }: Segmentation,
  place: number,
  added: number,
  difference: number,
): void {
  const then = before.best
  for (let to = place - added; to < then.length; to++) best[to + added] = (then[to] ?? Infinity) + difference
  lengths.set(before.lengths.subarray(place - added), place)
  shared.set(before.shared.subarray(place - added), place)
  reaches.set(before.reaches.subarray(place - added), place)
}
