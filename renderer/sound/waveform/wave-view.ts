import type { WaveFolds } from './wave-folds.ts'

/** What the waveform shows: start time, and ms per CSS pixel. */
export interface WaveView {
  readonly startMs: number
  readonly msPerPixel: number
  /** Stretches that are narrower than they are long; omitted without any. */
  readonly folds?: WaveFolds
}

/** A recording's duration and the width of its drawing. */
export interface WaveExtent {
  readonly durationMs: number
  readonly width: number
}

/** Maximum zoom: a peak lasts 10 ms, so there is no more detail. */
const NEAREST_MS_PER_PIXEL = 1
/** Initial zoom: a page of about 40 s, the length of a paragraph. */
const FIRST_MS_PER_PIXEL = 28

export const wholeMsPerPixel = (
  { durationMs, width }: WaveExtent,
  { folds }: Pick<WaveView, 'folds'>,
): number =>
  Math.max(
    NEAREST_MS_PER_PIXEL,
    folds === undefined ? durationMs / Math.max(1, width) : folds.wholeMsPerPixel(durationMs, width),
  )

/** The view, moved into the recording and to a valid zoom. */
export function clampedView(view: WaveView, extent: WaveExtent): WaveView {
  const msPerPixel = Math.min(Math.max(view.msPerPixel, NEAREST_MS_PER_PIXEL), wholeMsPerPixel(extent, view))
  const latest = Math.max(0, timeAt({ ...view, startMs: extent.durationMs, msPerPixel }, -extent.width))
  return { ...view, startMs: Math.min(Math.max(view.startMs, 0), latest), msPerPixel }
}

export const firstView = (extent: WaveExtent, folds?: WaveFolds): WaveView =>
  clampedView({ startMs: 0, msPerPixel: FIRST_MS_PER_PIXEL, ...(folds && { folds }) }, extent)

export const endOf = (view: WaveView, width: number): number => timeAt(view, width)

export function timeAt({ startMs, msPerPixel, folds }: WaveView, x: number): number {
  if (folds === undefined) return startMs + x * msPerPixel
  return folds.msOf(folds.xOf(startMs, msPerPixel) + x, msPerPixel)
}

export function xAt({ startMs, msPerPixel, folds }: WaveView, ms: number): number {
  if (folds === undefined) return (ms - startMs) / msPerPixel
  return folds.xOf(ms, msPerPixel) - folds.xOf(startMs, msPerPixel)
}

/** The view in which a time is at `x`. */
const placed = (view: WaveView, extent: WaveExtent, ms: number, x: number): WaveView =>
  clampedView({ ...view, startMs: timeAt({ ...view, startMs: ms }, -x) }, extent)

/**
 * `factor` over 1 shows more of the recording. The time at `x` stays there unless an end of the recording prevents it.
 */
export function zoomed(view: WaveView, extent: WaveExtent, factor: number, x: number): WaveView {
  const { msPerPixel } = clampedView({ ...view, msPerPixel: view.msPerPixel * factor }, extent)
  return placed({ ...view, msPerPixel }, extent, timeAt(view, x), x)
}

export const panned = (view: WaveView, extent: WaveExtent, byPixels: number): WaveView =>
  clampedView({ ...view, startMs: timeAt(view, byPixels) }, extent)

export const centered = (view: WaveView, extent: WaveExtent, ms: number): WaveView =>
  placed(view, extent, ms, extent.width / 2)

/** The zoom as a slider value: 0 is the whole recording, 1 the maximum; equal steps are equal factors. */
export function nearness(view: WaveView, extent: WaveExtent): number {
  const whole = wholeMsPerPixel(extent, view)
  const range = Math.log(whole / NEAREST_MS_PER_PIXEL)
  return range === 0 ? 0 : Math.log(whole / view.msPerPixel) / range
}

export function withNearness(view: WaveView, extent: WaveExtent, near: number, x: number): WaveView {
  const whole = wholeMsPerPixel(extent, view)
  const msPerPixel = whole * (NEAREST_MS_PER_PIXEL / whole) ** Math.min(1, Math.max(0, near))
  return zoomed(view, extent, msPerPixel / view.msPerPixel, x)
}

/** When playback leaves the page, the next page begins this much before the position. */
const PAGE_MARGIN = 0.08

/** The view that contains playback position `ms`; the same object if it already does. */
export function followed(view: WaveView, extent: WaveExtent, ms: number): WaveView {
  const x = xAt(view, ms)
  if (x >= 0 && x <= extent.width * (1 - PAGE_MARGIN / 2)) return view
  return placed(view, extent, ms, extent.width * PAGE_MARGIN)
}

const STEPS_MS = [
  100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000,
  1_800_000, 3_600_000,
]

/** Round times at least `pixels` apart, within the view; of folded stretches none. */
export function ticks(view: WaveView, width: number, pixels: number): number[] {
  const least = pixels * view.msPerPixel
  const stepMs = STEPS_MS.find((step) => step >= least) ?? Math.ceil(least / 3_600_000) * 3_600_000
  const times: number[] = []
  let lastX = -Infinity
  for (const { startMs, endMs } of linearParts(view, width)) {
    for (let at = Math.ceil(startMs / stepMs) * stepMs; at < endMs; at += stepMs) {
      const x = xAt(view, at)
      if (view.folds !== undefined && x - lastX < pixels) continue
      times.push(at)
      lastX = x
    }
  }
  return times
}

/** What is shown between folded stretches, from left to right. */
export interface LinearPart {
  readonly startMs: number
  readonly endMs: number
  /** Its left edge in pixels. */
  readonly x: number
  /** Whether a folded stretch is before it, and after it. */
  readonly isAfterFold: boolean
  readonly isBeforeFold: boolean
}

export function linearParts(view: WaveView, width: number): LinearPart[] {
  const endMs = endOf(view, width)
  const parts: LinearPart[] = []
  let [startMs, isAfterFold] = [view.startMs, false]
  const add = (untilMs: number, isBeforeFold: boolean): void => {
    if (untilMs > startMs)
      parts.push({ startMs, endMs: untilMs, x: xAt(view, startMs), isAfterFold, isBeforeFold })
  }
  for (const fold of view.folds?.between(view.startMs, endMs, view.msPerPixel) ?? []) {
    add(fold.startMs, true)
    ;[startMs, isAfterFold] = [fold.endMs, true]
  }
  add(endMs, false)
  return parts
}
