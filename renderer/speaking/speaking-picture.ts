import { stretchesIn } from '#core/speaking/spoken-turns'
import type { WaveInks } from '../sound/waveform/wave-drawing.ts'
import { ticks } from '../sound/waveform/wave-view.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { byTime } from './speaking-panel.tsx'
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

export interface PictureInks extends WaveInks {
  readonly paper: string
  readonly ink: string
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
  pencil: CanvasRenderingContext2D,
  speaking: LiveSpeaking,
  words: PictureWords,
  inks: PictureInks,
): void {
  const speakers = byTime(speaking)
  const left = MARGIN + NAMES
  const width = WIDTH - left - MARGIN - SHARES
  const longestMs = speakers[0]?.figures.speakingMs ?? 0
  pencil.fillStyle = inks.paper
  pencil.fillRect(0, 0, WIDTH, pictureHeight(speakers.length))
  const write = (
    text: string,
    x: number,
    y: number,
    font: string,
    colour: string,
    align: CanvasTextAlign = 'left',
  ) => {
    pencil.font = font
    pencil.fillStyle = colour
    pencil.textAlign = align
    pencil.fillText(text, x, y)
  }
  const drawLine = (
    from: number,
    to: number,
    y: number,
    colour: string,
    thickness: number,
    cap: SegmentEnds,
  ): void => {
    pencil.beginPath()
    pencil.lineCap = cap
    pencil.lineWidth = thickness
    pencil.strokeStyle = colour
    pencil.moveTo(from, y)
    pencil.lineTo(Math.max(to, from + 0.1), y)
    pencil.stroke()
  }
  const voiceOf = (id: string): string => inks.voices[speaking.looks.get(id)?.voice ?? 0] ?? inks.edge
  const nameOf = (id: string): string => fitted(pencil, speaking.looks.get(id)?.name ?? '', NAMES - 24)

  pencil.textBaseline = 'alphabetic'
  write(
    fitted(pencil, words.title, WIDTH - 2 * MARGIN, `600 30px ${inks.read}`),
    MARGIN,
    66,
    `600 30px ${inks.read}`,
    inks.ink,
  )
  write(
    fitted(pencil, words.sum, WIDTH - 2 * MARGIN, `20px ${inks.read}`),
    MARGIN,
    102,
    `20px ${inks.read}`,
    inks.ink,
  )

  for (const [row, { figures, turns }] of speakers.entries()) {
    const y = TOP + row * BAR_ROW
    pencil.font = `600 16px ${inks.ui}`
    write(nameOf(figures.id), left - 20, y + 5, `600 16px ${inks.ui}`, voiceOf(figures.id), 'right')
    const { segments, connectors, ends } = speakerBar(turns, longestMs, width)
    for (const { from, to } of connectors)
      drawLine(left + from, left + to, y, inks.edge, CONNECTOR_PX, 'butt')
    for (const { from, to } of segments) {
      drawLine(left + from, left + to, y, voiceOf(figures.id), 6, ends)
    }
    write(words.share(figures.share), WIDTH - MARGIN, y + 5, `600 16px ${inks.ui}`, inks.ink, 'right')
  }
  const below = TOP + speakers.length * BAR_ROW
  write(words.bars, left, below + 2, `12px ${inks.ui}`, inks.faint)

  const top = below + BETWEEN
  const lanes = speakers.toSorted(
    (a, b) => (speaking.looks.get(a.figures.id)?.lane ?? 0) - (speaking.looks.get(b.figures.id)?.lane ?? 0),
  )
  const { durationMs } = speaking.figures
  const xOf = (ms: number): number => left + (ms / Math.max(1, durationMs)) * width
  for (const [lane, { figures, turns }] of lanes.entries()) {
    const y = top + lane * LANE_ROW
    pencil.font = `600 13px ${inks.ui}`
    write(nameOf(figures.id), left - 20, y + 4, `600 13px ${inks.ui}`, voiceOf(figures.id), 'right')
    for (const { startMs, endMs } of turns.turns)
      drawLine(xOf(startMs), xOf(endMs), y, inks.edge, CONNECTOR_PX, 'butt')
    for (const { startMs, endMs } of stretchesIn(turns))
      drawLine(xOf(startMs), xOf(endMs), y, voiceOf(figures.id), 4, 'round')
  }
  const end = top + lanes.length * LANE_ROW
  for (const edge of [left, left + width]) {
    pencil.fillStyle = inks.line
    pencil.fillRect(edge, top - 14, 1, end - top)
  }
  const startMs = speaking.span?.startMs ?? 0
  const times = ticks({ startMs, msPerPixel: durationMs / width }, width, 110)
  // The last round time is left out if it is too close to the end.
  for (const time of [
    ...times.filter((each) => xOf(startMs + durationMs - each) - left > 60),
    startMs + durationMs,
  ]) {
    write(formatDuration(time), xOf(time - startMs), end + 8, `12px ${inks.ui}`, inks.faint, 'center')
  }
  pencil.font = `12px ${inks.ui}`
  const lines = linesOf(words.note, WIDTH - 2 * MARGIN, (text) => pencil.measureText(text).width)
  for (const [line, text] of lines.entries()) {
    const y = pictureHeight(speakers.length) - 28 - (lines.length - 1 - line) * NOTE_LINE
    write(text, MARGIN, y, `12px ${inks.ui}`, inks.faint)
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
function fitted(pencil: CanvasRenderingContext2D, text: string, width: number, font?: string): string {
  if (font !== undefined) pencil.font = font
  if (pencil.measureText(text).width <= width) return text
  let length = text.length
  while (length > 1 && pencil.measureText(`${text.slice(0, length)}…`).width > width) length--
  return `${text.slice(0, length).trimEnd()}…`
}
