import type { SpeakerTurns } from '#core/speaking/joined-turns'

/** One stitch of a thread pulled straight, in px. */
export interface Stitch {
  readonly from: number
  readonly to: number
}

/** How stitches end: round, or with hundreds of turns cut straight, so that they stay apart. */
export type StitchEnds = 'round' | 'butt'

export interface StraightThread {
  readonly length: number
  readonly stitches: readonly Stitch[]
  readonly ends: StitchEnds
}

/** Room for a round end. */
const CAP_PX = 3
/** After a long stitch a gap that is seen beside ends of 5 px; dots stand like beads. */
const WIDEST_GAP_PX = 6.8
const BEAD_GAP_PX = 3.3
/** With more beads than fill this share of the thread, ends are cut straight. */
const MOST_BEADS = 0.5
const CUT_GAP_PX = 1.5
const MOST_CUTS = 0.4

/**
 * A speaker's turns end to end: the thread is as long as its share of the longest one's time, each stitch as long as
 * its turn beside the others. `width`: of the longest thread.
 */
export function straightThread({ turns }: SpeakerTurns, longestMs: number, width: number): StraightThread {
  const lengths = turns.map(({ startMs, endMs }) => endMs - startMs)
  const spokenMs = lengths.reduce((sum, ms) => sum + ms, 0)
  if (spokenMs === 0 || longestMs === 0) return { length: 0, stitches: [], ends: 'round' }
  const length = (width * spokenMs) / longestMs
  const gaps = turns.length - 1
  const inner = length - 2 * CAP_PX
  if (inner > 0 && gaps * BEAD_GAP_PX <= inner * MOST_BEADS) {
    const gapAfter = (px: number): number => Math.min(WIDEST_GAP_PX, BEAD_GAP_PX + px)
    const perMs = scaleFor(lengths, inner, gapAfter)
    return { length, stitches: laid(lengths, CAP_PX, perMs, gapAfter), ends: 'round' }
  }
  const gap = gaps === 0 ? 0 : Math.min(CUT_GAP_PX, (length * MOST_CUTS) / gaps)
  const perMs = (length - gap * gaps) / spokenMs
  return { length, stitches: laid(lengths, 0, perMs, () => gap), ends: 'butt' }
}

function laid(
  lengths: readonly number[],
  from: number,
  perMs: number,
  gapAfter: (px: number) => number,
): Stitch[] {
  let at = from
  return lengths.map((ms) => {
    const start = at
    const end = start + ms * perMs
    at = end + gapAfter(ms * perMs)
    return { from: start, to: end }
  })
}

/** Px a ms with which stitches and gaps fill `inner`: the longer, the wider, so halving finds it. */
function scaleFor(lengths: readonly number[], inner: number, gapAfter: (px: number) => number): number {
  const widthWith = (perMs: number): number =>
    lengths.reduce(
      (sum, ms, index) => sum + ms * perMs + (index === 0 ? 0 : gapAfter((lengths[index - 1] ?? 0) * perMs)),
      0,
    )
  let low = 0
  let high = inner / lengths.reduce((sum, ms) => sum + ms, 0)
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (widthWith(middle) > inner) high = middle
    else low = middle
  }
  return low
}

/** The stitches as an SVG path at height `y`; the shortest is still seen. */
export function stitchPath(stitches: readonly Stitch[], y: number): string {
  return stitches
    .map(({ from, to }) => `M${from.toFixed(2)} ${y}H${Math.max(to, from + 0.1).toFixed(2)}`)
    .join('')
}
