import { type SpeakerTurns, stretchesIn } from '#core/speaking/spoken-turns'

/** One segment of a speaker's bar, in px. */
export interface BarSegment {
  readonly from: number
  readonly to: number
}

/** Shape of segment ends: round, or straight if there are hundreds of segments, so that they stay distinct. */
export type SegmentEnds = 'round' | 'butt'

export interface SpeakerBar {
  readonly length: number
  /** One for each speech region. */
  readonly segments: readonly BarSegment[]
  /** One for each turn of several speech regions: from its first segment to its last one. */
  readonly connectors: readonly BarSegment[]
  readonly ends: SegmentEnds
}

/** Space for a round end. */
const CAP_PX = 3
/**
 * Gap after a long segment, in which the connector is visible between ends of 6 px; the gap after a turn is wider.
 * Short segments are dots.
 */
const WIDEST_GAP_PX = 9.5
const WIDEST_TURN_GAP_PX = 13
const DOT_GAP_PX = 3.3
/** If dots fill more than this share of the bar, ends are straight. */
const MAX_DOTS = 0.5
const CUT_GAP_PX = 1.5
const MAX_CUTS = 0.4
/** With straight ends, a turn ends with this many gaps. */
const GAPS_AFTER_TURN = 2

/** Gap in px between a segment of this length and the next one. */
type GapAfter = (px: number, index: number) => number

/**
 * A speaker's turns end to end: the bar's length is its share of the longest speaker's time, each segment is
 * proportional to its speech region; a connector joins the segments of one turn. `width`: of the longest bar.
 */
export function speakerBar(speaker: SpeakerTurns, longestMs: number, width: number): SpeakerBar {
  const lengths = stretchesIn(speaker).map(({ startMs, endMs }) => endMs - startMs)
  const spokenMs = lengths.reduce((sum, ms) => sum + ms, 0)
  if (spokenMs === 0 || longestMs === 0) return { length: 0, segments: [], connectors: [], ends: 'round' }
  const length = (width * spokenMs) / longestMs
  const lastOnes = lastStretches(speaker)
  const inner = length - 2 * CAP_PX
  if (inner > 0 && (lengths.length - 1) * DOT_GAP_PX <= inner * MAX_DOTS) {
    const gapAfter: GapAfter = (px, index) =>
      Math.min(lastOnes.has(index) ? WIDEST_TURN_GAP_PX : WIDEST_GAP_PX, DOT_GAP_PX + px)
    const segments = laid(lengths, CAP_PX, scaleFor(lengths, inner, gapAfter), gapAfter)
    return { length, segments, connectors: connectorsOf(speaker, segments), ends: 'round' }
  }
  const gapsAfter = (index: number): number => (lastOnes.has(index) ? GAPS_AFTER_TURN : 1)
  const gaps = lengths.slice(1).reduce((sum, _, index) => sum + gapsAfter(index), 0)
  const gap = gaps === 0 ? 0 : Math.min(CUT_GAP_PX, (length * MAX_CUTS) / gaps)
  const segments = laid(lengths, 0, (length - gap * gaps) / spokenMs, (_, index) => gap * gapsAfter(index))
  return { length, segments, connectors: connectorsOf(speaker, segments), ends: 'butt' }
}

/** Indices of the speech regions that end a turn. */
function lastStretches({ turns }: SpeakerTurns): ReadonlySet<number> {
  let count = 0
  return new Set(turns.map(({ stretches }) => (count += stretches.length) - 1))
}

function connectorsOf({ turns }: SpeakerTurns, segments: readonly BarSegment[]): BarSegment[] {
  let count = 0
  return turns.flatMap(({ stretches }) => {
    const first = segments[count]
    count += stretches.length
    const last = segments[count - 1]
    return stretches.length > 1 && first && last ? [{ from: first.from, to: last.to }] : []
  })
}

function laid(lengths: readonly number[], from: number, perMs: number, gapAfter: GapAfter): BarSegment[] {
  let at = from
  return lengths.map((ms, index) => {
    const start = at
    const end = start + ms * perMs
    at = end + gapAfter(ms * perMs, index)
    return { from: start, to: end }
  })
}

/** Px per ms at which segments and gaps fill `inner`; the total grows with it, so bisection finds it. */
function scaleFor(lengths: readonly number[], inner: number, gapAfter: GapAfter): number {
  const widthWith = (perMs: number): number =>
    lengths.reduce(
      (sum, ms, index) =>
        sum + ms * perMs + (index === 0 ? 0 : gapAfter((lengths[index - 1] ?? 0) * perMs, index - 1)),
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

/** The segments as an SVG path at height `y`; the shortest remains visible. */
export function segmentPath(segments: readonly BarSegment[], y: number): string {
  return segments
    .map(({ from, to }) => `M${from.toFixed(2)} ${y}H${Math.max(to, from + 0.1).toFixed(2)}`)
    .join('')
}
