/** What the wave shows: from a time on, so many ms a CSS pixel. */
export interface WaveView {
  readonly startMs: number
  readonly msPerPixel: number
}

/** A recording and the place it is drawn in. */
export interface WaveRoom {
  readonly durationMs: number
  readonly width: number
}

/** Nearer than this there is nothing more to see: a peak lasts 10 ms. */
const NEAREST_MS_PER_PIXEL = 1
/** What is shown at first: a page of about 40 s, as a paragraph lasts. */
const FIRST_MS_PER_PIXEL = 28

export const wholeMsPerPixel = ({ durationMs, width }: WaveRoom): number =>
  Math.max(NEAREST_MS_PER_PIXEL, durationMs / Math.max(1, width))

/** A view that is inside the recording, at a size that there is. */
export function clampedView(view: WaveView, room: WaveRoom): WaveView {
  const msPerPixel = Math.min(Math.max(view.msPerPixel, NEAREST_MS_PER_PIXEL), wholeMsPerPixel(room))
  const latest = Math.max(0, room.durationMs - msPerPixel * room.width)
  return { startMs: Math.min(Math.max(view.startMs, 0), latest), msPerPixel }
}

export const firstView = (room: WaveRoom): WaveView =>
  clampedView({ startMs: 0, msPerPixel: FIRST_MS_PER_PIXEL }, room)

export const endOf = (view: WaveView, width: number): number => view.startMs + width * view.msPerPixel
export const timeAt = (view: WaveView, x: number): number => view.startMs + x * view.msPerPixel
export const placeOf = (view: WaveView, ms: number): number => (ms - view.startMs) / view.msPerPixel

/** `factor` over 1 shows more of it. What is at `x` stays there, where the recording's ends let it. */
export function zoomed(view: WaveView, room: WaveRoom, factor: number, x: number): WaveView {
  const { msPerPixel } = clampedView({ ...view, msPerPixel: view.msPerPixel * factor }, room)
  return clampedView({ startMs: timeAt(view, x) - x * msPerPixel, msPerPixel }, room)
}

export const panned = (view: WaveView, room: WaveRoom, byPixels: number): WaveView =>
  clampedView({ ...view, startMs: view.startMs + byPixels * view.msPerPixel }, room)

export const centred = (view: WaveView, room: WaveRoom, ms: number): WaveView =>
  clampedView({ ...view, startMs: ms - (room.width * view.msPerPixel) / 2 }, room)

/** How near: 0 is the whole recording, 1 the nearest; equal steps double the size equally often. */
export function nearness(view: WaveView, room: WaveRoom): number {
  const range = Math.log(wholeMsPerPixel(room) / NEAREST_MS_PER_PIXEL)
  return range === 0 ? 0 : Math.log(wholeMsPerPixel(room) / view.msPerPixel) / range
}

export function withNearness(view: WaveView, room: WaveRoom, near: number, x: number): WaveView {
  const whole = wholeMsPerPixel(room)
  const msPerPixel = whole * (NEAREST_MS_PER_PIXEL / whole) ** Math.min(1, Math.max(0, near))
  return zoomed(view, room, msPerPixel / view.msPerPixel, x)
}

/** Playing went past the shown page: the next one begins a little before the sound. */
const PAGE_MARGIN = 0.08

/** The view in which a sound that plays at `ms` is seen; the same one as long as it is. */
export function followed(view: WaveView, room: WaveRoom, ms: number): WaveView {
  const x = placeOf(view, ms)
  if (x >= 0 && x <= room.width * (1 - PAGE_MARGIN / 2)) return view
  return clampedView({ ...view, startMs: ms - room.width * PAGE_MARGIN * view.msPerPixel }, room)
}

const STEPS_MS = [
  100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000,
  1_800_000, 3_600_000,
]

/** Round times at least `pixels` apart, those that are seen. */
export function ticks(view: WaveView, width: number, pixels: number): number[] {
  const least = pixels * view.msPerPixel
  const stepMs = STEPS_MS.find((step) => step >= least) ?? Math.ceil(least / 3_600_000) * 3_600_000
  const times: number[] = []
  const end = endOf(view, width)
  for (let at = Math.ceil(view.startMs / stepMs) * stepMs; at < end; at += stepMs) times.push(at)
  return times
}
