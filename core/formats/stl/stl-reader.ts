import type { Correction, ReadResult } from '../format.ts'
import { importedDocument, type ReadCue } from '../reading/imported-cues.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import type { TextSpan } from '../reading/style-marks.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { type StlTable, stlTables } from './stl-characters.ts'

const GSI_BYTES = 1_024
const TTI_BYTES = 128
const TEXT_AT = 16
const NEW_LINE = 0x8a
const UNUSED = 0x8f
const LAST_BLOCK = 0xff
const USER_DATA = 0xfe
const ITALICS = { on: 0x80, off: 0x81 } as const
/** Codes of underlined text; those of boxes draw a background. */
const UNDERLINED = [0x82, 0x83]
/** Rows of a screen of teletext. */
const TELETEXT_ROWS = 23
const sides = [null, 'left', 'center', 'right'] as const

/** Teletext codes of letters in a color other than white. */
const COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan'] as const

type Correct = (code: Correction['code'], detail: string) => void

/**
 * Reads EBU STL (Tech 3264). Italics and positions are kept; teletext colors and underlined text are dropped
 * and reported, boxes silently. Times count from the program start in the header if every caption is
 * after it.
 */
export function readStl(bytes: Uint8Array): ReadResult {
  const corrections: Correction[] = []
  const correct: Correct = (code, detail) => void corrections.push({ code, line: null, detail })
  const header = (at: number, length: number): string =>
    String.fromCharCode(...bytes.slice(at, at + length)).trim()
  const frames = /^STL(\d\d)/.exec(header(3, 8))?.[1]
  if (frames === undefined || bytes.length < GSI_BYTES) {
    throw new UnreadableText('wrong-shape', '', 'a header of EBU STL expected')
  }
  const table = stlTables.find(({ code }) => code === header(12, 2)) ?? stlTables[0]
  const cues: ReadCue[] = []
  const rows = Number(header(253, 2)) || TELETEXT_ROWS
  let open: number[] = []
  if ((bytes.length - GSI_BYTES) % TTI_BYTES !== 0)
    correct('content-dropped', `${(bytes.length - GSI_BYTES) % TTI_BYTES} bytes`)
  for (let at = GSI_BYTES; at + TTI_BYTES <= bytes.length; at += TTI_BYTES) {
    const block = bytes.subarray(at, at + TTI_BYTES)
    const extension = block[3] ?? 0
    if (extension === USER_DATA) continue
    const text = [...block.subarray(TEXT_AT)]
    const until = text.indexOf(UNUSED)
    open.push(...(until < 0 ? text : text.slice(0, until)))
    if (extension !== LAST_BLOCK) continue
    const shown = Uint8Array.from(open)
    const { text: said, italics } = textOf(shown, table, correct)
    open = []
    // A comment for the makers of the captions.
    if (block[15] === 1) correct('content-dropped', said)
    else {
      const [startMs, endMs] = [timeAt(block, 5, Number(frames)), timeAt(block, 9, Number(frames))]
      const position = positionOf(block, shown, rows)
      cues.push({ line: null, startMs, endMs, voices: [{ name: null, text: said, italics }], position })
    }
  }
  const startMs = programStart(header(256, 8), Number(frames))
  const isOffset = startMs > 0 && cues.length > 0 && cues.every((cue) => cue.startMs >= startMs)
  if (isOffset) correct('time-offset', header(256, 8).replaceAll(/\d\d(?=\d)/g, '$&:'))
  const shifted = isOffset
    ? cues.map((cue) => ({ ...cue, startMs: cue.startMs - startMs, endMs: cue.endMs - startMs }))
    : cues
  const document = importedDocument(shifted, (correction) => corrections.push(correction), {
    title: header(16, 32),
  })
  return { document, corrections }
}

function timeAt(block: Uint8Array, at: number, frames: number): number {
  const [hours = 0, minutes = 0, seconds = 0, frame = 0] = block.subarray(at, at + 4)
  return (hours * 3_600 + minutes * 60 + seconds) * 1_000 + Math.round((frame * 1_000) / frames)
}

function programStart(text: string, frames: number): number {
  const match = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  return match === null ? 0 : timeAt(Uint8Array.from(match.slice(1).map(Number)), 0, frames)
}

/** The third of the picture that holds the rows of a text; null for the default, bottom and center. */
function positionOf(block: Uint8Array, text: Uint8Array, rows: number): CuePosition | null {
  const [first = 0, side = 0] = block.subarray(13, 15)
  const horizontal = sides[side] ?? 'center'
  const above = first - 1
  const below = rows - first - text.filter((byte) => byte === NEW_LINE).length
  const share = first === 0 || below < 0 || above + below === 0 ? 1 : above / (above + below)
  const vertical = share < 1 / 3 ? 'top' : share < 2 / 3 ? 'middle' : 'bottom'
  return vertical === 'bottom' && horizontal === 'center' ? null : { vertical, horizontal }
}

interface StyledText {
  readonly text: string
  readonly italics: readonly TextSpan[]
}

/** Lines without empty ones, and without spaces at their edges or two in a row. */
function textOf(bytes: Uint8Array, table: StlTable, correct: Correct): StyledText {
  const italics: TextSpan[] = []
  const colors = new Set<string>()
  let text = ''
  let pending = ''
  let isItalic = false
  let isUnderlined = false
  const add = (piece: string): void => {
    if (text !== '') text += pending
    pending = ''
    const last = italics.at(-1)
    if (isItalic) {
      const to = text.length + piece.length
      if (last?.to === text.length || (last !== undefined && text.slice(last.to).trim() === ''))
        italics[italics.length - 1] = { from: last.from, to }
      else italics.push({ from: text.length, to })
    }
    text += piece
  }
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    if (byte === NEW_LINE) pending = '\n'
    // A teletext code occupies a space.
    else if (byte <= 0x20) {
      pending ||= ' '
      const color = COLORS[byte]
      if (color !== undefined) colors.add(color)
    } else if (byte === ITALICS.on || byte === ITALICS.off) isItalic = byte === ITALICS.on
    else if (byte >= 0x80 && byte < 0xa0) isUnderlined ||= UNDERLINED.includes(byte)
    else {
      const decoded = table.decode(bytes, at)
      add(decoded.text)
      at += decoded.length
      continue
    }
    at++
  }
  if (isUnderlined) correct('tags-dropped', text)
  if (colors.size > 0) correct('tags-dropped', `${[...colors].join(', ')}: ${text}`)
  return { text, italics }
}
