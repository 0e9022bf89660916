import type { TimeSpan } from '../../transcript/time-span.ts'
import type { DocumentWithExtras } from '../format.ts'

/**
 * Braces are escaped; a word joiner after a backslash, which has no escape, keeps it from being read as part
 * of a tag or line end.
 */
export const escapedAss = (text: string): string =>
  text.replaceAll('\\', '\\\u2060').replaceAll('{', '\\{').replaceAll('}', '\\}')

export const assItalics = ['{\\i1}', '{\\i0}'] as const

/** Start and end in hundredths of a second, at least one apart; `isRounded`: the cue's own were not. */
export function assTimes(
  cue: TimeSpan,
  { transcript }: DocumentWithExtras,
): { readonly times: string; readonly isRounded: boolean } {
  // A time after a frame's own would show the caption one frame late.
  const inTens = transcript.frames === undefined ? Math.round : Math.floor
  const startMs = inTens(cue.startMs / 10) * 10
  const endMs = Math.max(startMs + 10, inTens(cue.endMs / 10) * 10)
  return {
    times: `${assTime(startMs)},${assTime(endMs)}`,
    isRounded: startMs !== cue.startMs || endMs !== cue.endMs,
  }
}

/** A time in whole hundredths of a second, not later. */
export const assTimeBy = (ms: number): string => assTime(Math.floor(ms / 10) * 10)

function assTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${pad(Math.floor((ms % 1_000) / 10))}`
}

export interface AssStyle {
  readonly name: string
  readonly font: string
  readonly size: number
  /** Blue, green, red. */
  readonly color: string
  readonly edge: LetterEdge
  readonly side: number
  readonly bottom: number
}

/** How letters are set off from the picture. Colors: alpha, blue, green, red; 00 is opaque. */
export interface LetterEdge {
  readonly color: string
  /** 1: an outline and a shadow; 3: a box, whose margin is the outline's width; 4, in libass alone: one box. */
  readonly style: 1 | 3 | 4
  readonly width: number
  readonly shadow: number
}

const styleFormat =
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding'

/** A whole file: `size` is that of the picture, `events` are its lines. */
export function assFile(
  title: string,
  size: { readonly width: number; readonly height: number },
  styles: readonly AssStyle[],
  events: readonly string[],
): string {
  const shownTitle = title
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const lines = [
    '[Script Info]',
    ...(shownTitle === '' ? [] : [`Title: ${shownTitle}`]),
    'ScriptType: v4.00+',
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    'Kerning: yes',
    `PlayResX: ${size.width}`,
    `PlayResY: ${size.height}`,
    '',
    '[V4+ Styles]',
    `Format: ${styleFormat}`,
    ...styles.map(styleLine),
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...events,
  ]
  return `${lines.join('\n')}\n`
}

const styleLine = ({ name, font, size, color, edge, side, bottom }: AssStyle): string =>
  `Style: ${name},${font},${size},&H00${color},&H00FFFFFF,${edge.color},${edge.style === 4 ? edge.color : '&H80000000'},0,0,0,0,100,100,0,0,${edge.style},${edge.width},${edge.shadow},2,${side},${side},${bottom},1`
