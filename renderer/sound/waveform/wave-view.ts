/** What the waveform shows: start time, and ms per CSS pixel. */
export interface WaveView {
  readonly startMs: number
  readonly msPerPixel: number
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

export const wholeMsPerPixel = ({ durationMs, width }: WaveExtent): number =>
  Math.max(NEAREST_MS_PER_PIXEL, durationMs / Math.max(1, width))

/** The view, moved into the recording and to a valid zoom. */
export function clampedView(view: WaveView, extent: WaveExtent): WaveView {
  const msPerPixel = Math.min(Math.max(view.msPerPixel, NEAREST_MS_PER_PIXEL), wholeMsPerPixel(extent))
  const latest = Math.max(0, extent.durationMs - msPerPixel * extent.width)
  return { startMs: Math.min(Math.max(view.startMs, 0), latest), msPerPixel }
}

export const firstView = (extent: WaveExtent): WaveView =>
  clampedView({ startMs: 0, msPerPixel: FIRST_MS_PER_PIXEL }, extent)

export const endOf = (view: WaveView, width: number): number => view.startMs + width * view.msPerPixel
export const timeAt = (view: WaveView, x: number): number => view.startMs + x * view.msPerPixel
export const xAt = (view: WaveView, ms: number): number => (ms - view.startMs) / view.msPerPixel

/**
 * `factor` over 1 shows more of the recording. The time at `x` stays there unless an end of the recording prevents it.
 */
export function zoomed(view: WaveView, extent: WaveExtent, factor: number, x: number): WaveView {
  const { msPerPixel } = clampedView({ ...view, msPerPixel: view.msPerPixel * factor }, extent)
  return clampedView({ startMs: timeAt(view, x) - x * msPerPixel, msPerPixel }, extent)
}

export const panned = (view: WaveView, extent: WaveExtent, byPixels: number): WaveView =>
  clampedView({ ...view, startMs: view.startMs + byPixels * view.msPerPixel }, extent)

export const centered = (view: WaveView, extent: WaveExtent, ms: number): WaveView =>
  clampedView({ ...view, startMs: ms - (extent.width * view.msPerPixel) / 2 }, extent)

/** The zoom as a slider value: 0 is the whole recording, 1 the maximum; equal steps are equal factors. */
export function nearness(view: WaveView, extent: WaveExtent): number {
  const range = Math.log(wholeMsPerPixel(extent) / NEAREST_MS_PER_PIXEL)
  return range === 0 ? 0 : Math.log(wholeMsPerPixel(extent) / view.msPerPixel) / range
}

export function withNearness(view: WaveView, extent: WaveExtent, near: number, x: number): WaveView {
  const whole = wholeMsPerPixel(extent)
  const msPerPixel = whole * (NEAREST_MS_PER_PIXEL / whole) ** Math.min(1, Math.max(0, near))
  return zoomed(view, extent, msPerPixel / view.msPerPixel, x)
}

/** When playback leaves the page, the next page begins this much before the position. */
const PAGE_MARGIN = 0.08

/** The view that contains playback position `ms`; the same object if it already does. */
export function followed(view: WaveView, extent: WaveExtent, ms: number): WaveView {
  const x = xAt(view, ms)
  if (x >= 0 && x <= extent.width * (1 - PAGE_MARGIN / 2)) return view
  return clampedView({ ...view, startMs: ms - extent.width * PAGE_MARGIN * view.msPerPixel }, extent)
}

const STEPS_MS = [
  100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000,
  1_800_000, 3_600_000,
]

/** Round times at least `pixels` apart, within the view. */
export function ticks(view: WaveView, width: number, pixels: number): number[] {
  const least = pixels * view.msPerPixel
  const stepMs = STEPS_MS.find((step) => step >= least) ?? Math.ceil(least / 3_600_000) * 3_600_000
  const times: number[] = []
  const end = endOf(view, width)
  for (let at = Math.ceil(view.startMs / stepMs) * stepMs; at < end; at += stepMs) times.push(at)
  return times
}
