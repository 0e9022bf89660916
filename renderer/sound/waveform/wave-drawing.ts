import { loudestBetween, PEAK_MS, type PeakPyramid } from './peak-pyramid.ts'
import { segmentsBetween, type SegmentColumns } from './segment-columns.ts'
import { heightOf, type WaveRows, type WaveTitle, widestTitle } from './wave-rows.ts'
import type { WaveLabel } from './wave-store.ts'
import { endOf, linearParts, xAt, ticks, type WaveView } from './wave-view.ts'

/** A bar and the gap after it, in CSS pixels. */
export const BAR_STEP = 3
const BAR_WIDTH = 2
const MIN_REACH = 1
/** From the lower edge to the middle of a band; a speaker who overlaps another has one above the other's. */
const BAND_FROM_BELOW = 4
const SECOND_BAND = 5
const TICK_PIXELS = 120
/** Between texts of a row. */
const TEXT_GAP = 8

/** Colors and fonts, read from the tokens. */
export interface WaveTheme {
  /** By `data-v`, 0 for no speaker. */
  readonly voices: readonly string[]
  readonly faint: string
  readonly edge: string
  readonly names: string
  readonly words: string
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
  readonly rows: WaveRows
  /** How much higher than by default peaks are drawn. */
  readonly heightening: number
  /** Whether names are drawn at the top; false if cues are. */
  readonly withNames: boolean
  /** Titles over the row of names: a name that would touch one is left out. */
  readonly titles: readonly WaveTitle[]
  /** The word over the row of times: a time that would touch it is left out. */
  readonly label: WaveLabel | null
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
  context.clearRect(0, 0, scene.width, heightOf(scene.rows))
  if (scene.pyramid !== null) drawBars(context, scene, scene.pyramid, theme, pixelRatio)
  drawBands(context, scene, theme)
  if (scene.rows.words > 0) drawTicks(context, scene, theme)
  if (scene.withNames) drawNames(context, scene, theme)
}

function drawBars(
  context: DrawingContext,
  { turns, view, width, rows, heightening }: WaveScene,
  pyramid: PeakPyramid,
  theme: WaveTheme,
  pixelRatio: number,
): void {
  const parts = linearParts(view, width).map((part) => ({
    ...part,
    bars: waveBars(
      pyramid,
      turns,
      { startMs: part.startMs, msPerPixel: view.msPerPixel },
      (part.endMs - part.startMs) / view.msPerPixel,
      heightening,
    ),
  }))
  const middle = rows.names + rows.wave / 2
  const endX = xAt(view, pyramid.durationMs)
  // One path per color: changing the color is the slow part.
  for (const [voice, colour] of theme.voices.entries()) {
    let isUsed = false
    for (const { bars, ...part } of parts) {
      // At a fold no bar is drawn that is not wholly beside it.
      const least = part.isAfterFold ? part.x : -Infinity
      const most = part.isBeforeFold ? xAt(view, part.endMs) - BAR_WIDTH : endX - ALMOST_PX
      for (let bar = 0; bar < bars.heights.length; bar++) {
        if (bars.voices[bar] !== voice) continue
        const exact = part.x + bars.firstX + bar * BAR_STEP
        const x = Math.round(exact * pixelRatio) / pixelRatio
        if (x > most) break
        if (exact < least) continue
        if (!isUsed) context.beginPath()
        isUsed = true
        const reach = Math.max(MIN_REACH, (bars.heights[bar] ?? 0) * (rows.wave / 2))
        context.rect(x, middle - reach, BAR_WIDTH, 2 * reach)
      }
    }
    if (!isUsed) continue
    context.fillStyle = colour
    context.fill()
  }
}

/** Of a pixel: what begins there is beyond the end. */
const ALMOST_PX = 1e-9

function drawBands(context: DrawingContext, { turns, view, width, rows }: WaveScene, theme: WaveTheme): void {
  const [from, to] = segmentsBetween(turns, view.startMs, endOf(view, width))
  const height = heightOf(rows)
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

/** From left to right, in px. */
interface Stretch {
  readonly from: number
  readonly to: number
}

const touches = (spans: readonly Stretch[], from: number, to: number): boolean =>
  spans.some((span) => from < span.to + TEXT_GAP && to > span.from - TEXT_GAP)

/** Draws a name where its turn begins, if there is room; at the left edge for a turn that began earlier. */
function drawNames(
  context: DrawingContext,
  { turns, names, view, width, rows, titles }: WaveScene,
  theme: WaveTheme,
): void {
  const [from, to] = segmentsBetween(turns, view.startMs, endOf(view, width))
  context.font = theme.names
  context.textBaseline = 'middle'
  const taken = titles.map((title): Stretch => {
    const x = xAt(view, title.atMs)
    return { from: x, to: x + Math.min(widestTitle(view, title), context.measureText(title.text).width + 10) }
  })
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
    if (length + 8 > endX - startX || touches(taken, x, x + length)) continue
    context.fillStyle = theme.voices[turns.voices[turn] ?? 0] ?? theme.edge
    context.fillText(name, x, rows.names / 2)
    freeX = x + length + TEXT_GAP
    lastSpeaker = speaker
  }
}

function drawTicks(
  context: DrawingContext,
  { view, width, rows, label, formatTime }: WaveScene,
  theme: WaveTheme,
): void {
  context.font = theme.words
  const wordX = label === null ? 0 : xAt(view, label.ms)
  const wordHalf = label === null ? 0 : context.measureText(label.text).width / 2
  const taken = label === null ? [] : [{ from: wordX - wordHalf, to: wordX + wordHalf }]
  context.font = theme.times
  context.textBaseline = 'middle'
  context.fillStyle = theme.faint
  for (const time of ticks(view, width, TICK_PIXELS)) {
    const x = xAt(view, time)
    const text = formatTime(time)
    const half = context.measureText(text).width / 2
    if (x - half < 4 || x + half > width - 4 || touches(taken, x - half, x + half)) continue
    context.fillText(text, x - half, rows.names + rows.wave + rows.words / 2)
  }
}
