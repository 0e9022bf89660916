import { FRAMES_PER_MS } from './block.ts'
import type { JournalEntry } from './journal-entry.ts'
import { fitLine, median } from './theil-sen.ts'

/** The sample at `frame` of a source's file was captured at `atMs` on the recording's clock. */
export interface TimedFrame {
  readonly frame: number
  readonly atMs: number
}

/** A shorter run's rate is unknown and counts as nominal. In ms. */
const MIN_FITTED_MS = 3 * 60_000
/**
 * A run whose rate changes is divided in two until four fifths of its times are within this distance of a
 * line. In ms.
 */
const MAX_OFF_MS = 5
/** With fewer times, some 30 s, the least delayed counts alone. */
const MIN_MEDIAN = 4
/** Maximum number of points that a line is fitted to. */
const MAX_POINTS = 200

/**
 * Capture times of one source's samples, from its journal: one line per run, or several if the device's rate
 * changes over minutes. In order of frames and of times; linear between the points. Empty without times.
 */
export function sourceTimes(entries: readonly JournalEntry[], source: number, frames: number): TimedFrame[] {
  const own = entries.flatMap((entry) => (entry.kind === 'time' && entry.source === source ? [entry] : []))
  const starts = entries.flatMap((entry) =>
    entry.kind === 'gap' && entry.source === source && entry.reason === 'start' ? [entry] : [],
  )
  const runs = Map.groupBy(own, ({ run }) => run)
  const times: TimedFrame[] = []
  const ordered = [...runs.values()]
  for (const [index, points] of ordered.entries()) {
    const next = ordered[index + 1]?.[0]?.frame ?? frames
    const silence = starts.find((gap) => gap.frame + gap.frames === next)
    const from = points[0]?.frame ?? 0
    times.push(...fitRun(points, from, Math.max(from, silence?.frame ?? next)))
  }
  return inOrder(times)
}

function fitRun(points: readonly TimedFrame[], from: number, to: number): TimedFrame[] {
  const cut = points.length < 4 ? null : cutOf(points, from, to)
  if (cut === null) return [from, to].map((frame) => ({ frame, atMs: lineOf(points, from, to)(frame) }))
  const middle = points[cut]?.frame ?? to
  const [first, second] = [points.slice(0, cut + 1), points.slice(cut)]
  return [...fitRun(first, from, middle), ...fitRun(second, middle, to)]
}

/** The index of the best point to divide a run; null if one line is close enough. */
function cutOf(points: readonly TimedFrame[], from: number, to: number): number | null {
  if (to - from < 2 * MIN_FITTED_MS * FRAMES_PER_MS) return null
  const line = lineOf(points, from, to)
  const offMs = points.map(({ frame, atMs }) => Math.abs(atMs - line(frame))).toSorted((a, b) => a - b)
  if ((offMs[Math.floor(offMs.length * 0.8)] ?? 0) <= MAX_OFF_MS) return null
  // The point furthest from a line between the ends is where the rate changes most.
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const slope = (last.atMs - first.atMs) / (last.frame - first.frame)
  let [best, furthest] = [null as number | null, -1]
  for (const [index, { frame, atMs }] of points.entries()) {
    const nearest = Math.min(frame - from, to - frame)
    const away = Math.abs(atMs - first.atMs - slope * (frame - first.frame))
    if (nearest >= MIN_FITTED_MS * FRAMES_PER_MS && away > furthest) [best, furthest] = [index, away]
  }
  return best
}

function lineOf(points: readonly TimedFrame[], from: number, to: number): (frame: number) => number {
  const delays = points.map(({ frame, atMs }) => [frame, atMs - frame / FRAMES_PER_MS] as const)
  const isLong = to - from >= MIN_FITTED_MS * FRAMES_PER_MS
  const { slope, offset } = isLong
    ? fitLine(leastDelays(delays))
    : { slope: 0, offset: nominalOffset(delays.map(([, delayMs]) => delayMs)) }
  return (frame) => frame / FRAMES_PER_MS + offset + slope * frame
}

/** Of a few times most may be of a busy computer; of more, the middle one also allows for the device's rate. */
function nominalOffset(delaysMs: readonly number[]): number {
  return delaysMs.length < MIN_MEDIAN ? Math.min(...delaysMs) : median(delaysMs)
}

/** Sound arrives late but never early: among neighbors, the one with the least delay counts. */
function leastDelays(delays: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const size = Math.ceil(delays.length / MAX_POINTS)
  const least: (readonly [number, number])[] = []
  for (let from = 0; from < delays.length; from += size) {
    const group = delays.slice(from, from + size)
    least.push(group.reduce((one, other) => (other[1] < one[1] ? other : one)))
  }
  return least
}

/**
 * Two lines meet halfway; a run that began before the end of the previous one's sound is delayed until then.
 */
function inOrder(times: readonly TimedFrame[]): TimedFrame[] {
  const ordered: TimedFrame[] = []
  for (const { frame, atMs } of times) {
    const last = ordered.at(-1)
    if (last?.frame === frame) ordered[ordered.length - 1] = { frame, atMs: (last.atMs + atMs) / 2 }
    else ordered.push({ frame, atMs })
  }
  let latest = -Infinity
  return ordered.map(({ frame, atMs }) => ({ frame, atMs: (latest = Math.max(latest, atMs)) }))
}
