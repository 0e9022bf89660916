import type { SegmentColumns } from './segment-columns.ts'
import type { DrawingContext, WaveTheme } from './wave-drawing.ts'

export interface MapScene {
  readonly turns: SegmentColumns
  /** By index of the speaker. */
  readonly lanes: Int32Array
  readonly laneCount: number
  readonly durationMs: number
  readonly width: number
  readonly height: number
}

/** Space above and below the lanes. */
const MARGIN = 6
/** Turns closer together than this are drawn as one segment; otherwise three hours would be all connectors. */
const MIN_SEGMENT = 3

/**
 * Draws the whole conversation as a speaker track: a segment in the speaker's lane for each turn, with connectors
 * between them.
 */
export function drawMap(context: DrawingContext, scene: MapScene, theme: WaveTheme): void {
  const { turns, lanes, laneCount, durationMs, width, height } = scene
  context.clearRect(0, 0, width, height)
  if (durationMs <= 0) return
  const xOf = (ms: number): number => (ms / durationMs) * width
  const laneOf = (turn: number): number => lanes[turns.speakers[turn] ?? 0] ?? 0
  const yOf = (turn: number): number =>
    MARGIN + ((laneOf(turn) + 0.5) / Math.max(1, laneCount)) * (height - 2 * MARGIN)

  context.globalAlpha = 0.55
  context.lineWidth = theme.connectorWidth
  context.strokeStyle = theme.edge
  context.beginPath()
  for (let turn = 1; turn < turns.count; turn++) {
    const isThin = xOf((turns.ends[turn] ?? 0) - (turns.starts[turn] ?? 0)) < MIN_SEGMENT
    if (laneOf(turn) === laneOf(turn - 1) || isThin) continue
    context.moveTo(xOf(turns.ends[turn - 1] ?? 0), yOf(turn - 1))
    context.lineTo(xOf(turns.starts[turn] ?? 0), yOf(turn))
  }
  context.stroke()
  context.globalAlpha = 1

  context.lineCap = 'round'
  context.lineWidth = laneCount > 6 ? Math.max(2, (height - 2 * MARGIN) / laneCount - 1) : theme.segmentWidth
  for (const [voice, colour] of theme.voices.entries()) {
    context.beginPath()
    for (let turn = 0; turn < turns.count; turn++) {
      if (turns.voices[turn] !== voice) continue
      const x = xOf(turns.starts[turn] ?? 0)
      context.moveTo(x, yOf(turn))
      context.lineTo(Math.max(x + 0.1, xOf(turns.ends[turn] ?? 0)), yOf(turn))
    }
    context.strokeStyle = colour
    context.stroke()
  }
}
