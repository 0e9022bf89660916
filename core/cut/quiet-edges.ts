import type { FrameGrid } from '../frames/video-frames.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { LoudnessCurve } from './loudness.ts'

/** Where the edges of cuts can be: at samples, or with a video where its frames begin. */
export interface EdgeGrid {
  readonly rate: number
  readonly frames?: FrameGrid
}

/** An edge as the number of a sample, or of a frame. */
export type EdgeNumber = number

/** More than floating-point numbers are off. */
const ALMOST = 1e-6

const perMs = ({ rate, frames }: EdgeGrid): number =>
  (frames === undefined ? rate : frames.numerator / frames.denominator) / 1_000

const firstMs = ({ frames }: EdgeGrid): number => (frames?.firstUs ?? 0) / 1_000

/** The first edge at or after a time. */
export const edgeFrom = (ms: number, grid: EdgeGrid): EdgeNumber =>
  Math.ceil((ms - firstMs(grid)) * perMs(grid) - ALMOST)

/** The last edge at or before a time. */
export const edgeUntil = (ms: number, grid: EdgeGrid): EdgeNumber =>
  Math.floor((ms - firstMs(grid)) * perMs(grid) + ALMOST)

/** In ms that need not be whole. */
export const edgeMs = (edge: EdgeNumber, grid: EdgeGrid): number => firstMs(grid) + edge / perMs(grid)

/**
 * The edge at the quietest place of a span, of several the one nearest to a time; the nearest to that time without a
 * loudness curve. Null if no edge is in the span.
 */
export function quietestEdge(
  span: TimeSpan,
  nearMs: number,
  grid: EdgeGrid,
  loudness: LoudnessCurve | null,
): EdgeNumber | null {
  if (grid.frames === undefined && loudness !== null) return quietestSample(span, nearMs, grid, loudness)
  const [first, last] = [edgeFrom(span.startMs, grid), edgeUntil(span.endMs, grid)]
  if (last < first) return null
  if (loudness === null) return nearestEdge(nearMs, { first, last }, grid)
  let best = first
  let [bestLevel, bestDistance] = [Infinity, Infinity]
  for (let edge = first; edge <= last; edge += 1) {
    const ms = edgeMs(edge, grid)
    const at = Math.floor(ms / loudness.grainMs)
    const level = Math.max(loudness.levels[at - 1] ?? 0, loudness.levels[at] ?? 0)
    const distance = Math.abs(ms - nearMs)
    if (level > bestLevel || (level === bestLevel && distance >= bestDistance)) continue
    ;[best, bestLevel, bestDistance] = [edge, level, distance]
  }
  return best
}

/** The edge nearest to a time, of those from a first to a last one. */
export const nearestEdge = (
  ms: number,
  { first, last }: { readonly first: EdgeNumber; readonly last: EdgeNumber },
  grid: EdgeGrid,
): EdgeNumber => Math.min(Math.max(Math.round((ms - firstMs(grid)) * perMs(grid)), first), last)

/** In the middle of the quietest stretch of the curve that is wholly in the span. */
function quietestSample(
  { startMs, endMs }: TimeSpan,
  nearMs: number,
  grid: EdgeGrid,
  { grainMs, levels }: LoudnessCurve,
): EdgeNumber {
  const last = Math.min(Math.floor(endMs / grainMs), levels.length) - 1
  let bestMs = Math.min(Math.max(nearMs, startMs), endMs)
  let [bestLevel, bestDistance] = [Infinity, Infinity]
  for (let at = Math.ceil(startMs / grainMs); at <= last; at += 1) {
    const level = levels[at] ?? 0
    if (level > bestLevel) continue
    const middleMs = (at + 0.5) * grainMs
    const distance = Math.abs(middleMs - nearMs)
    if (level === bestLevel && distance >= bestDistance) continue
    ;[bestMs, bestLevel, bestDistance] = [middleMs, level, distance]
  }
  return nearestEdge(bestMs, { first: edgeFrom(startMs, grid), last: edgeUntil(endMs, grid) }, grid)
}
