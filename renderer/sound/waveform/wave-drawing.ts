import { loudestBetween, PEAK_MS, type PeakPyramid } from './peak-pyramid.ts'
import { segmentsBetween, type SegmentColumns } from './segment-columns.ts'
import { endOf, xAt, ticks, type WaveView } from './wave-view.ts'

/** A bar and the gap after it, in CSS pixels. */
export const BAR_STEP = 3
const BAR_WIDTH = 2
/**
 * Vertical positions at the full height of 104 px: middle, height of the highest peak, bands, names, times.
 */
const FULL_HEIGHT = 104
const MIDDLE = 56
const REACH = 34
const MIN_REACH = 1
const BAND_FROM_BELOW = 8
/** A speaker who overlaps another has a band above the other's. */
const SECOND_BAND = 6
const NAME_TOP = 6
const TICK_FROM_BELOW = 14
const TICK_PIXELS = 120

/** Colors and fonts, read from the tokens. */
export interface WaveTheme {
  /** By `data-v`, 0 for no speaker. */
  readonly voices: readonly string[]
  readonly faint: string
  readonly edge: string
  readonly names: string
  readonly times: string
  readonly segmentWidth: number
  readonly connectorWidth: number
}

export interface WaveScene {
  readonly pyramid: PeakPyramid | null
  readonly turns: SegmentColumns
  /** By index of the speaker. */
  readonly names: readonly string[]
  readonly view: WaveView
  readonly width: number
  readonly height: number
  /** How much higher than by default peaks are drawn. */
  readonly heightening: number
  /** Whether names are drawn at the top; false if cues are. */
  readonly withNames: boolean
  readonly formatTime: (ms: number) => string
}

/** One bar for each 3 px, at positions that stay fixed while panning: height (0–1) and voice (0: no speaker). */
export interface WaveBars {
  readonly firstX: number
  readonly heights: Float32Array
  readonly voices: Uint8Array
}

export function waveBars(
  pyramid: PeakPyramid,
  turns: SegmentColumns,
  view: WaveView,
  width: number,
  heightening = 1,
): WaveBars {
  const barMs = BAR_STEP * view.msPerPixel
  const first = Math.floor(view.startMs / barMs)
  const count = Math.ceil(width / BAR_STEP) + 1
  const heights = new Float32Array(count)
  for (let bar = 0; bar < count; bar++) {
    const startMs = (first + bar) * barMs
    const from = Math.floor(startMs / PEAK_MS)
    const to = Math.max(from + 1, Math.floor((startMs + barMs) / PEAK_MS))
    heights[bar] = Math.min(1, loudestBetween(pyramid, from, to) * pyramid.gain * heightening)
  }
  return { firstX: xAt(view, first * barMs), heights, voices: barVoices(turns, first, count, barMs) }
}

/** During overlap the speaker who started last colors the bar. */
function barVoices(turns: SegmentColumns, first: number, count: number, barMs: number): Uint8Array {
  const voices = new Uint8Array(count)
  const [from, to] = segmentsBetween(turns, first * barMs, (first + count) * barMs)
  for (let turn = from; turn < to; turn++) {
    const start = Math.max(0, Math.floor((turns.starts[turn] ?? 0) / barMs) - first)
    const end = Math.min(count, Math.ceil((turns.ends[turn] ?? 0) / barMs) - first)
    if (end > start) voices.fill(turns.voices[turn] ?? 0, start, end)
  }
  return voices
}

/** The members of a canvas context that are used here. */
export type DrawingContext = Pick<
  CanvasRenderingContext2D,
  | 'clearRect'
  | 'beginPath'
  | 'rect'
  | 'fill'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'font'
  | 'fillText'
  | 'measureText'
  | 'textBaseline'
  | 'globalAlpha'
>

/** Redraws the visible part of the waveform, in CSS pixels. */
export function drawWave(
  context: DrawingContext,
  scene: WaveScene,
  theme: WaveTheme,
  pixelRatio: number,
): void {
  context.clearRect(0, 0, scene.width, scene.height)
  if (scene.pyramid !== null) drawBars(context, scene, scene.pyramid, theme, pixelRatio)
  drawBands(context, scene, theme)
  if (scene.height >= FULL_HEIGHT) drawTicks(context, scene, theme)
  if (scene.withNames) drawNames(context, scene, theme)
}

function drawBars(
  context: DrawingContext,
  { turns, view, width, height, heightening }: WaveScene,
  pyramid: PeakPyramid,
  theme: WaveTheme,
  pixelRatio: number,
): void {
  const bars = waveBars(pyramid, turns, view, width, heightening)
  const scale = height / FULL_HEIGHT
  const endX = xAt(view, pyramid.durationMs)
  // One path per color: changing the color is the slow part.
  for (const [voice, colour] of theme.voices.entries()) {
    let isUsed = false
    for (let bar = 0; bar < bars.heights.length; bar++) {
      if (bars.voices[bar] !== voice) continue
      const x = Math.round((bars.firstX + bar * BAR_STEP) * pixelRatio) / pixelRatio
      if (x >= endX) break
      if (!isUsed) context.beginPath()
      isUsed = true
      const reach = Math.max(MIN_REACH, (bars.heights[bar] ?? 0) * REACH * scale)
      context.rect(x, MIDDLE * scale - reach, BAR_WIDTH, 2 * reach)
    }
    if (!isUsed) continue
    context.fillStyle = colour
    context.fill()
  }
}

function drawBands(
  context: DrawingContext,
  { turns, view, width, height }: WaveScene,
  theme: WaveTheme,
): void {
  const [from, to] = segmentsBetween(turns, view.startMs, endOf(view, width))
  context.lineCap = 'round'
  context.lineWidth = theme.segmentWidth
  const margin = theme.segmentWidth / 2
  for (const [voice, colour] of theme.voices.entries()) {
    let isUsed = false
    for (let turn = from; turn < to; turn++) {
      if (turns.voices[turn] !== voice) continue
      const startMs = turns.starts[turn] ?? 0
      const talksOver = startMs < (turns.latestEnds[turn - 1] ?? 0)
      const y = height - BAND_FROM_BELOW - (talksOver ? SECOND_BAND : 0)
      const x = Math.max(-8, xAt(view, startMs) + margin)
      // Leaves a gap of 4 px to the next, and draws at least a dot.
      const end = Math.max(x + 0.1, Math.min(width + 8, xAt(view, turns.ends[turn] ?? 0)) - margin - 2)
      if (!isUsed) context.beginPath()
      isUsed = true
      context.moveTo(x, y)
      context.lineTo(end, y)
    }
    if (!isUsed) continue
    context.strokeStyle = colour
    context.stroke()
  }
}

/** Draws a name where its turn begins, if there is room; at the left edge for a turn that began earlier. */
function drawNames(
  context: DrawingContext,
  { turns, names, view, width, height }: WaveScene,
  theme: WaveTheme,
): void {
  const [from, to] = segmentsBetween(turns, view.startMs, endOf(view, width))
  context.font = theme.names
  context.textBaseline = 'top'
  let freeX = 0
  let lastSpeaker = -1
  for (let turn = from; turn < to; turn++) {
    const speaker = turns.speakers[turn] ?? 0
    const startX = Math.max(0, xAt(view, turns.starts[turn] ?? 0))
    const endX = xAt(view, turns.ends[turn] ?? 0)
    const x = startX + 4
    if (endX <= 0 || x < freeX || (speaker === lastSpeaker && x < freeX + 160)) continue
    const name = names[speaker] ?? ''
    const length = context.measureText(name).width
    if (length + 8 > endX - startX) continue
    // In a low waveform loud bars reach the names.
    if (height < FULL_HEIGHT) context.clearRect(x - 2, 0, length + 4, NAME_TOP + 10)
    context.fillStyle = theme.voices[turns.voices[turn] ?? 0] ?? theme.edge
    context.fillText(name, x, height < FULL_HEIGHT ? 3 : NAME_TOP)
    freeX = x + length + 8
    lastSpeaker = speaker
  }
}

function drawTicks(
  context: DrawingContext,
  { view, width, height, formatTime }: WaveScene,
  theme: WaveTheme,
): void {
  context.font = theme.times
  context.textBaseline = 'alphabetic'
  context.fillStyle = theme.faint
  for (const time of ticks(view, width, TICK_PIXELS)) {
    const x = xAt(view, time)
    const text = formatTime(time)
    const length = context.measureText(text).width
    if (x - length / 2 < 4 || x + length / 2 > width - 4) continue
    // Loud bars reach the times: clear the space behind them.
    context.clearRect(x - length / 2 - 3, height - TICK_FROM_BELOW - 10, length + 6, 13)
    context.fillText(text, x - length / 2, height - TICK_FROM_BELOW)
  }
}
