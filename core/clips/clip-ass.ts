import { CAPTION_FONT, LINE_HEIGHT } from '../captions/look/caption-font.ts'
import { assFile, type AssStyle, assTimeBy, escapedAss } from '../formats/ass/ass-text.ts'
import { burnedEvents, burnedStyle } from '../formats/ass/burned-ass.ts'
import { type ClipDrawing, type DrawnText, playheadX } from './clip-drawing.ts'
import { clipColors } from './clip-colors.ts'
import type { Box } from './clip-layout.ts'

/** What is drawn in a clip as ASS, for libass alone. Needs the files of the captions' typeface. */
export function clipAss(drawing: ClipDrawing, { captionBox }: { readonly captionBox: boolean }): string {
  const { size, durationMs, bars, playhead, texts, captions, look } = drawing
  const whole = timesOf(0, durationMs + 1_000)
  const burned = burnedStyle({ look, size, captionBox })
  const plain: AssStyle = {
    ...burned,
    name: 'Plain',
    size: 1,
    edge: { color: '&H00000000', style: 1, width: 0, shadow: 0 },
  }
  const events = [
    ...bars.map(({ color, ...box }) => `Dialogue: 0,${whole},Plain,,0,0,0,,{${drawn(color)}}${rounded(box)}`),
    ...(playhead === null || bars.length === 0 ? [] : [movingLine(playhead, drawing)]),
    ...texts.map(textEvent),
    ...burnedEvents(captions, {
      look,
      size,
      captionBox,
      layer: 3,
      times: ({ startMs, endMs }) => timesOf(startMs, endMs),
      colorTag: () => '',
      spokenColor: bgr(clipColors.spoken),
    }),
  ]
  return assFile('', size, [burned, plain], events)
}

/** `#rrggbb` as ASS has it: blue, green, red. */
const bgr = (hex: string): string => (hex.slice(1).match(/../gu) ?? []).toReversed().join('').toUpperCase()

const timesOf = (startMs: number, endMs: number): string => `${assTimeBy(startMs)},${assTimeBy(endMs)}`

const drawn = (color: string): string => `\\an7\\pos(0,0)\\p1\\c&H${bgr(color)}&`

/** A bar with round ends, as a drawing of ASS. */
function rounded({ x, y, width, height }: Box): string {
  const [right, bottom] = [x + width, y + height]
  const r = Math.min(width, height) / 2
  // Four quarters of a circle, as Bézier curves.
  const k = r * 0.447_7
  const at = (...points: readonly number[]): string =>
    points.map((value) => String(Math.round(value * 100) / 100)).join(' ')
  return [
    `m ${at(x, y + r)}`,
    `b ${at(x, y + k, x + k, y, x + r, y)}`,
    `l ${at(right - r, y)}`,
    `b ${at(right - k, y, right, y + k, right, y + r)}`,
    `l ${at(right, bottom - r)}`,
    `b ${at(right, bottom - k, right - k, bottom, right - r, bottom)}`,
    `l ${at(x + r, bottom)}`,
    `b ${at(x + k, bottom, x, bottom - k, x, bottom - r)}`,
  ].join(' ')
}

/** From the first bar to the last in the time of the clip. */
function movingLine({ x, y, width, height }: Box, drawing: ClipDrawing): string {
  const { durationMs } = drawing
  const to = playheadX(drawing, durationMs)
  const times = timesOf(0, durationMs)
  const move = `\\an7\\move(${x},${y},${to},${y},0,${durationMs})\\p1\\c&H${bgr(clipColors.spoken)}&`
  return `Dialogue: 1,${times},Plain,,0,0,0,,{${move}}m 0 0 l ${width} 0 ${width} ${height} 0 ${height}`
}

function textEvent({ text, x, y, size, color, outline, startMs, endMs }: DrawnText): string {
  const times = timesOf(startMs, endMs)
  const tags = `\\an7\\pos(${x},${y})\\fs${Math.round(size * LINE_HEIGHT)}\\fn${CAPTION_FONT}\\bord${Math.round(100 * outline) / 100}\\c&H${bgr(color)}&`
  return `Dialogue: 2,${times},Plain,,0,0,0,,{${tags}}${escapedAss(text)}`
}
