import { stretchesIn } from '#core/speaking/spoken-turns'
import type { WaveTheme } from '../sound/waveform/wave-drawing.ts'
import { ticks } from '../sound/waveform/wave-view.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { byTime } from './by-time.ts'
import { type SegmentEnds, speakerBar } from './speaker-bar.ts'
import type { LiveSpeaking } from './use-speaking.ts'

/** The texts in the picture. */
export interface PictureWords {
  readonly title: string
  readonly sum: string
  readonly bars: string
  readonly note: string
  readonly share: (share: number) => string
}

export interface PictureTheme extends WaveTheme {
  readonly paper: string
  readonly color: string
  readonly line: string
  readonly read: string
  readonly ui: string
}

const WIDTH = 1_200
const MARGIN = 48
const NAMES = 168
const SHARES = 80
const BAR_ROW = 38
const LANE_ROW = 26
const CONNECTOR_PX = 1.5
const NOTE_LINE = 18
const TOP = 156
const BETWEEN = 64

/** Height of the picture in its own px. */
export const pictureHeight = (people: number): number =>
  TOP + people * BAR_ROW + BETWEEN + people * LANE_ROW + 112

export const PICTURE_WIDTH = WIDTH

/** Draws the chart with its title: a bar for each speaker, and the lanes over time. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  speaking: LiveSpeaking,
  words: PictureWords,
  theme: PictureTheme,
): void {
  const speakers = byTime(speaking)
  const left = MARGIN + NAMES
  const width = WIDTH - left - MARGIN - SHARES
  const longestMs = speakers[0]?.figures.speakingMs ?? 0
  context.fillStyle = theme.paper
  context.fillRect(0, 0, WIDTH, pictureHeight(speakers.length))
  const write = (
    text: string,
    x: number,
    y: number,
    font: string,
    colour: string,
    align: CanvasTextAlign = 'left',
  ) => {
    context.font = font
    context.fillStyle = colour
    context.textAlign = align
    context.fillText(text, x, y)
  }
  const drawLine = (
    from: number,
    to: number,
    y: number,
    colour: string,
    thickness: number,
    cap: SegmentEnds,
  ): void => {
    context.beginPath()
    context.lineCap = cap
    context.lineWidth = thickness
    context.strokeStyle = colour
    context.moveTo(from, y)
    context.lineTo(Math.max(to, from + 0.1), y)
    context.stroke()
  }
  const voiceOf = (id: string): string => theme.voices[speaking.displays.get(id)?.voice ?? 0] ?? theme.edge
  const nameOf = (id: string): string => fitted(context, speaking.displays.get(id)?.name ?? '', NAMES - 24)

  context.textBaseline = 'alphabetic'
  write(
    fitted(context, words.title, WIDTH - 2 * MARGIN, `600 30px ${theme.read}`),
    MARGIN,
    66,
    `600 30px ${theme.read}`,
    theme.color,
  )
  write(
    fitted(context, words.sum, WIDTH - 2 * MARGIN, `20px ${theme.read}`),
    MARGIN,
    102,
    `20px ${theme.read}`,
    theme.color,
  )

  for (const [row, { figures, turns }] of speakers.entries()) {
    const y = TOP + row * BAR_ROW
    context.font = `600 16px ${theme.ui}`
    write(nameOf(figures.id), left - 20, y + 5, `600 16px ${theme.ui}`, voiceOf(figures.id), 'right')
    const { segments, connectors, ends } = speakerBar(turns, longestMs, width)
    for (const { from, to } of connectors)
      drawLine(left + from, left + to, y, theme.edge, CONNECTOR_PX, 'butt')
    for (const { from, to } of segments) {
      drawLine(left + from, left + to, y, voiceOf(figures.id), 6, ends)
    }
    write(words.share(figures.share), WIDTH - MARGIN, y + 5, `600 16px ${theme.ui}`, theme.color, 'right')
  }
  const below = TOP + speakers.length * BAR_ROW
  write(words.bars, left, below + 2, `12px ${theme.ui}`, theme.faint)

  const top = below + BETWEEN
  const lanes = speakers.toSorted(
    (a, b) =>
      (speaking.displays.get(a.figures.id)?.lane ?? 0) - (speaking.displays.get(b.figures.id)?.lane ?? 0),
  )
  const { durationMs } = speaking.figures
  const xOf = (ms: number): number => left + (ms / Math.max(1, durationMs)) * width
  for (const [lane, { figures, turns }] of lanes.entries()) {
    const y = top + lane * LANE_ROW
    context.font = `600 13px ${theme.ui}`
    write(nameOf(figures.id), left - 20, y + 4, `600 13px ${theme.ui}`, voiceOf(figures.id), 'right')
    for (const { startMs, endMs } of turns.turns)
      drawLine(xOf(startMs), xOf(endMs), y, theme.edge, CONNECTOR_PX, 'butt')
    for (const { startMs, endMs } of stretchesIn(turns))
      drawLine(xOf(startMs), xOf(endMs), y, voiceOf(figures.id), 4, 'round')
  }
  const end = top + lanes.length * LANE_ROW
  for (const edge of [left, left + width]) {
    context.fillStyle = theme.line
    context.fillRect(edge, top - 14, 1, end - top)
  }
  const startMs = speaking.span?.startMs ?? 0
  const times = ticks({ startMs, msPerPixel: durationMs / width }, width, 110)
  // The last round time is omitted if it is too close to the end.
  for (const time of [
    ...times.filter((each) => xOf(startMs + durationMs - each) - left > 60),
    startMs + durationMs,
  ]) {
    write(formatDuration(time), xOf(time - startMs), end + 8, `12px ${theme.ui}`, theme.faint, 'center')
  }
  context.font = `12px ${theme.ui}`
  const lines = linesOf(words.note, WIDTH - 2 * MARGIN, (text) => context.measureText(text).width)
  for (const [line, text] of lines.entries()) {
    const y = pictureHeight(speakers.length) - 28 - (lines.length - 1 - line) * NOTE_LINE
    write(text, MARGIN, y, `12px ${theme.ui}`, theme.faint)
  }
}

/** Breaks a text into lines no wider than `width`, except for single words that are wider. */
export function linesOf(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || widthOf(`${last} ${word}`) > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** Truncates a text that does not fit. */
function fitted(context: CanvasRenderingContext2D, text: string, width: number, font?: string): string {
  if (font !== undefined) context.font = font
  if (context.measureText(text).width <= width) return text
  let length = text.length
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > width) length--
  return `${text.slice(0, length).trimEnd()}…`
}
