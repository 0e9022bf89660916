import type { CaptionNames } from '../../transcript/caption-settings.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { PlacedAtom } from '../words/reading-order.ts'

/**
 * The atoms in reading order as columns, with everything needed to compute a cue's cost. Index `n` is the place
 * before atom `n`; `count` is the end.
 */
export interface CostTable {
  readonly rules: CaptionRules
  readonly names: CaptionNames
  readonly placed: readonly PlacedAtom[]
  readonly count: number
  readonly startsMs: Float64Array
  readonly endsMs: Float64Array
  readonly voices: Int32Array
  readonly paragraphs: Int32Array
  /** Length of the `Name:` with which a cue beginning here opens; 0 for none. */
  readonly prefixLengths: Int32Array
  /** Length of the speaker's `Name:`, whether or not it is shown. */
  readonly givenLengths: Int32Array
  /** 1 where a mark shows the name in the cue that begins here, 2 where it hides it. */
  readonly nameMarks: Uint8Array
  /** Length of the atom alone, and of its joiner. */
  readonly textLengths: Int32Array
  readonly joinerLengths: Int32Array
  /** Number of words in the atom; 0 if the rules do not count them. */
  readonly wordCounts: Int32Array
  /** How much earlier and later a cue may begin here at the expense of its neighbors (`spareTime`). */
  readonly spareBefore: Int32Array
  readonly spareAfter: Int32Array
  /** 1 where a cue must begin: a long pause or a person's mark. */
  readonly mustBreak: Uint8Array
  /** 1 where a sentence ends before this atom, or its paragraph begins with it. */
  readonly sentenceStarts: Uint8Array
  /** The cost of ending a cue here; 0 at the end. */
  readonly cueBreakCosts: Float64Array
  readonly lineBreakCosts: Float64Array
  /** Number of line breaks set by marks before each place. */
  readonly lineMarks: Int32Array
  /** Length of the atoms `from` to `to` (excluded) of one voice on one line. */
  readonly lineLength: (from: number, to: number) => number
}

/** Whether a mark breaks a line after the first of the atoms `from` to `to`. */
export function breaksLine(table: Pick<CostTable, 'lineMarks'>, from: number, to: number): boolean {
  return (table.lineMarks[to] ?? 0) > (table.lineMarks[from + 1] ?? 0)
}

/** Whether each line of a cue of several speakers that begins here has a name, if it has one to show. */
export function hasLineName(table: Pick<CostTable, 'names' | 'nameMarks'>, from: number): boolean {
  const mark = table.nameMarks[from] ?? 0
  return mark === 0 ? table.names !== 'never' : mark === 1
}
