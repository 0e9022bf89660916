import type { Cue } from '../../captions/cues.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import { namedSpeakers } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, WriteOptions, WrittenBytes } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import {
  DEFAULT_FRAME_RATE,
  frameAt,
  frameOfTimecode,
  type FrameRate,
  frameRateOf,
  frameStartMs,
} from '../../frames/timecode.ts'
import { runsOf } from '../reading/styled-text.ts'
import { videoStartMs } from '../video-start.ts'
import { bestTable, encodeLine, type StlTable } from './stl-characters.ts'

const GSI_BYTES = 1_024
const TTI_BYTES = 128
const TEXT_BYTES = 112
/** Rows of the screen, and the lowest row of text, as in teletext. */
const ROWS = 23
const NEW_LINE = 0x8a
const UNUSED = 0x8f
const LAST_BLOCK = 0xff
/** Numbers of blocks that continue a text stay below those with other meanings. */
const MAX_BLOCKS = 0xf0
const ITALICS_ON = 0x80
const ITALICS_OFF = 0x81
/** Values of the justification code. */
const justification = { left: 1, center: 2, right: 3 } as const
/** A delay of this or more is where the program begins; a shorter one moves captions in it. */
const PROGRAM_DELAY_MS = 3_600_000
/** Language codes (Tech 3264, appendix 3). */
const languages: Readonly<Record<string, string>> = {
  sq: '01',
  br: '02',
  ca: '03',
  hr: '04',
  cy: '05',
  cs: '06',
  da: '07',
  de: '08',
  en: '09',
  es: '0A',
  eo: '0B',
  et: '0C',
  eu: '0D',
  fo: '0E',
  fr: '0F',
  fy: '10',
  ga: '11',
  gd: '12',
  gl: '13',
  is: '14',
  it: '15',
  la: '17',
  lv: '18',
  lb: '19',
  lt: '1A',
  hu: '1B',
  mt: '1C',
  nl: '1D',
  no: '1E',
  oc: '1F',
  pl: '20',
  pt: '21',
  ro: '22',
  rm: '23',
  sr: '24',
  sk: '25',
  sl: '26',
  fi: '27',
  sv: '28',
  tr: '29',
  wa: '2B',
  ar: '6F',
  el: '46',
  he: '5D',
  ru: '56',
  uk: '4D',
}

/** Files have 25 or 30 frames per second. */
export const stlRate = (framesPerSecond: number): FrameRate =>
  frameRateOf(Math.round(framesPerSecond) % 30 === 0 ? 30 : 25)

/**
 * EBU STL (Tech 3264) for open subtitles at 25 or 30 frames per second, on whole frames, in the table that
 * covers most of the text. Italics and positions are kept; both times of the header count from the start timecode.
 */
export function writeStl(document: DocumentWithExtras, options: WriteOptions): WrittenBytes {
  const wanted = options.frameRate ?? DEFAULT_FRAME_RATE
  const rate = stlRate(wanted)
  const start = frameOfTimecode(options.startTimecode ?? '', rate)
  const { offsetMs = 0 } = document
  const program = start + (offsetMs >= PROGRAM_DELAY_MS ? frameAt(offsetMs, rate) : 0)
  const cues = documentCues(document, options)
  const videoMs = videoStartMs(document)
  const inVideo = (ms: number): number => Math.max(0, ms - videoMs)
  const frameOf = (ms: number): number => frameAt(inVideo(ms), rate)
  const isRounded = (ms: number, frame: number): boolean =>
    Math.abs(inVideo(ms) - frameStartMs(frame, rate)) >= 1
  const firstCue = start + frameOf(cues[0]?.startMs ?? 0)
  const table = bestTable(cues.flatMap(({ lines }) => lines.map(({ text }) => text)))
  let replaced = 0
  let rounded = 0
  const blocks = cues.flatMap((cue, index) => {
    const { bytes, lost } = textBytes(cue, table)
    replaced += lost
    const from = frameOf(cue.startMs)
    const to = Math.max(from + 1, frameOf(cue.endMs))
    if (isRounded(cue.startMs, from) || isRounded(cue.endMs, to)) rounded++
    return textBlocks(cue, index, bytes, [timeBytes(start + from, rate), timeBytes(start + to, rate)])
  })
  const head = generalBlock(document, cues, blocks.length, table, { rate, program, firstCue })
  const bytes = new Uint8Array(GSI_BYTES + blocks.length * TTI_BYTES)
  bytes.set(head)
  for (const [index, block] of blocks.entries()) bytes.set(block, GSI_BYTES + index * TTI_BYTES)
  const losses = countedLosses([
    { code: 'characters', count: replaced },
    { code: 'time-precision', count: rounded },
    // Twice its frames have all of its times.
    { code: 'frame-rate', count: wanted % rate.nominal === 0 ? 0 : 1 },
    { code: 'speaker-names', count: namedSpeakers(cues, document, options) },
  ])
  return { bytes, losses: [...wordLosses(document.transcript, 'styled'), ...losses] }
}

function textBytes({ lines }: Cue, table: StlTable): { readonly bytes: number[]; readonly lost: number } {
  const bytes: number[] = []
  let lost = 0
  for (const [index, line] of lines.entries()) {
    if (index > 0) bytes.push(NEW_LINE)
    for (const { text, isItalic } of runsOf(line)) {
      const run = encodeLine(text, table)
      if (isItalic) bytes.push(ITALICS_ON)
      bytes.push(...run.bytes)
      if (isItalic) bytes.push(ITALICS_OFF)
      lost += run.replaced
    }
  }
  const room = MAX_BLOCKS * TEXT_BYTES
  return { bytes: bytes.slice(0, room), lost: lost + Math.max(0, bytes.length - room) }
}

function textBlocks(
  { lines, position }: Cue,
  index: number,
  text: readonly number[],
  [start, end]: readonly [readonly number[], readonly number[]],
): Uint8Array[] {
  const count = Math.max(1, Math.ceil(text.length / TEXT_BYTES))
  return Array.from({ length: count }, (_, at) => {
    const block = new Uint8Array(TTI_BYTES).fill(UNUSED)
    const number = at === count - 1 ? LAST_BLOCK : at
    const row = rowOf(lines.length, position?.vertical ?? 'bottom')
    const side = justification[position?.horizontal ?? 'center']
    block.set([0, index & 0xff, (index >> 8) & 0xff, number, 0, ...start, ...end, row, side, 0])
    block.set(text.slice(at * TEXT_BYTES, (at + 1) * TEXT_BYTES), TTI_BYTES - TEXT_BYTES)
    return block
  })
}

/** The row of a caption's first line; the last row stays free. */
function rowOf(lines: number, vertical: CuePosition['vertical']): number {
  const lowest = Math.max(1, ROWS - lines)
  return { top: 1, middle: Math.max(1, Math.round(lowest / 2)), bottom: lowest }[vertical]
}

/** Hours, minutes, seconds, frames; a day has no 25th hour. */
function timeBytes(frame: number, { nominal }: FrameRate): number[] {
  const seconds = Math.floor(frame / nominal)
  return [
    Math.min(23, Math.floor(seconds / 3_600)),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
    frame % nominal,
  ]
}

function generalBlock(
  { recording, transcript }: DocumentWithExtras,
  cues: readonly Cue[],
  blocks: number,
  table: StlTable,
  {
    rate,
    program,
    firstCue,
  }: { readonly rate: FrameRate; readonly program: number; readonly firstCue: number },
): Uint8Array {
  const block = new Uint8Array(GSI_BYTES).fill(0x20)
  const put = (at: number, text: string, length: number): void => {
    for (const [index, character] of Array.from(text).slice(0, length).entries()) {
      const code = character.charCodeAt(0)
      block[at + index] = code >= 0x20 && code <= 0x7e ? code : 0x3f
    }
  }
  const number = (value: number, digits: number): string =>
    String(Math.min(value, 10 ** digits - 1)).padStart(digits, '0')
  const longest = cues.reduce((most, { lines }) => Math.max(most, ...lines.map(({ text }) => text.length)), 1)
  const time = (frame: number): string =>
    timeBytes(frame, rate)
      .map((value) => number(value, 2))
      .join('')
  put(0, '850', 3)
  put(3, `STL${rate.nominal}.01`, 8)
  put(11, '0', 1)
  put(12, table.code, 2)
  put(14, languages[transcript.language] ?? '00', 2)
  put(16, plainTitle(recording.title), 32)
  // Dates of creation and revision are required; they are constant, so that the same document gives the same
  // bytes.
  put(224, '700101700101', 12)
  put(236, '00', 2)
  put(238, number(blocks, 5), 5)
  put(243, number(cues.length, 5), 5)
  put(248, '001', 3)
  put(251, number(longest, 2), 2)
  put(253, String(ROWS), 2)
  put(255, '1', 1)
  put(256, time(program), 8)
  put(264, time(firstCue), 8)
  put(272, '11', 2)
  return block
}

/** The header's code page differs from the text's: letters without accents are in both. */
const plainTitle = (title: string): string => title.normalize('NFD').replaceAll(/\p{M}/gu, '')
