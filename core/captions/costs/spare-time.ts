import { leastMsOf } from './reading-time.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { CostTable } from './cost-table.ts'

/** How many atoms next to a place are examined: about as many as fit in a line. */
export const SPARE_ATOMS = 8

type Spoken = Pick<CostTable, 'placed' | 'startsMs' | 'endsMs' | 'mustBreak' | 'wordCounts' | 'joinerLengths'>

export interface SpareTime {
  /** How much earlier a cue may begin at each place, in ms: time not needed to read the text before it. */
  readonly before: Int32Array
  /** How much later it may begin: time not needed to read the text after it. */
  readonly after: Int32Array
}

/**
 * Time that cues can give to their neighbors, estimated from the words next to each place, as the edges of
 * those cues are not known yet; never more than the start tolerance.
 * @param lengths of the text before each atom and of all of it
 */
export function spareTime(table: Spoken, lengths: Int32Array, rules: CaptionRules): SpareTime {
  const count = table.placed.length
  const before = new Int32Array(count + 1)
  const after = new Int32Array(count + 1)
  const words = new Int32Array(count + 1)
  for (let at = 0; at < count; at++) words[at + 1] = (words[at] ?? 0) + (table.wordCounts[at] ?? 0)
  const limited = (ms: number): number => Math.max(0, Math.min(rules.startToleranceMs, ms))
  /** The time that words on the screen until `untilMs` do not need. */
  const left = (from: number, to: number, untilMs: number): number => {
    const characters = (lengths[to] ?? 0) - (lengths[from] ?? 0) - (table.joinerLengths[from] ?? 0)
    const neededMs = leastMsOf(characters, (words[to] ?? 0) - (words[from] ?? 0), rules)
    return limited(untilMs - (table.startsMs[from] ?? 0) - rules.gapMs - neededMs)
  }
  let breakBefore = 0
  for (let at = 0; at < count; at++) {
    const startMs = table.startsMs[at] ?? 0
    const isBreak = at === 0 || table.mustBreak[at] === 1
    if (isBreak) breakBefore = at
    if (isStartSet(table, at)) continue
    before[at] = isBreak
      ? limited(startMs - (at === 0 ? 0 : (table.endsMs[at - 1] ?? 0)))
      : left(Math.max(breakBefore, at - SPARE_ATOMS), at, startMs)
  }
  let breakAfter = count
  for (let at = count - 1; at > 0; at--) {
    const to = Math.min(breakAfter, at + SPARE_ATOMS)
    const nextMs = to < count ? (table.startsMs[to] ?? 0) : Infinity
    const isBreak = to === count || table.mustBreak[to] === 1
    const untilMs = isBreak ? Math.min(nextMs, (table.endsMs[to - 1] ?? 0) + rules.lingerMs) : nextMs
    // After a pause the next cue does not limit this one.
    if (table.mustBreak[at] === 1) breakAfter = at
    else if (!isStartSet(table, at)) after[at] = left(at, to, untilMs)
  }
  return { before, after }
}

/** A mark sets when this cue begins. */
const isStartSet = ({ placed }: Spoken, at: number): boolean =>
  placed[at]?.atom.marked?.cueStartMs !== undefined
