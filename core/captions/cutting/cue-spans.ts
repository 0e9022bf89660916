import { cueCost } from '../costs/cue-cost.ts'
import { linesCost } from './lines.ts'
import { addAtom, beginSharing, sharedLength, type SharedCue } from './shared-cue.ts'
import { breaksLine, type CostTable } from '../costs/cost-table.ts'

/** A cue as a span of the table's atoms, `to` excluded. */
export interface CueSpan {
  readonly from: number
  readonly to: number
  /** Two voices, each on its own line. */
  readonly isShared: boolean
}

/**
 * Calls `take` with every span from one place that keeps the hard limits, and its cost; a single atom always
 * qualifies. The result depends only on the atoms from `from - 1` to the returned place, inclusive.
 */
export function forEachSpan(
  table: CostTable,
  from: number,
  take: (to: number, cost: number, isShared: boolean) => void,
): number {
  if (table.placed[from]?.atom.fixed !== undefined) {
    take(from + 1, 0, false)
    return from + 1
  }
  const { rules } = table
  const latestMs = (table.startsMs[from] ?? 0) + rules.maxDurationMs
  let sharedCue: SharedCue | undefined
  let spokenUntilMs = 0
  let lastSentence = from
  let words = 0
  for (let to = from + 1; to <= table.count; to++) {
    const last = to - 1
    if (last > from) {
      if (table.mustBreak[last] === 1) return last
      if (table.sentenceStarts[last] === 1) lastSentence = last
    }
    words += table.wordCounts[last] ?? 0
    spokenUntilMs = Math.max(spokenUntilMs, table.endsMs[last] ?? 0)
    const nextMs = to < table.count ? (table.startsMs[to] ?? 0) : Infinity
    if (last > from && Math.min(spokenUntilMs, nextMs) > latestMs) return to

    if (sharedCue === undefined && table.voices[last] !== table.voices[from]) {
      if (rules.maxLines < 2 || rules.sharesCues === false || breaksLine(table, from, last)) return to
      sharedCue = beginSharing(table, from, last)
    }
    if (sharedCue !== undefined && !addAtom(table, sharedCue, last)) return to
    const lines = sharedCue === undefined ? linesCost(table, from, to) : rules.costs.sharedCue
    // Adding atoms cannot make it fit.
    if (lines === Infinity) return to
    const characters = sharedCue === undefined ? table.lineLength(from, to) : sharedLength(sharedCue)
    take(
      to,
      lines + cueCost(table, { from, to, spokenUntilMs, lastSentence, characters, words }),
      sharedCue !== undefined,
    )
  }
  return table.count
}
