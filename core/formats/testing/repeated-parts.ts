import { strToU8 } from 'fflate'
import { readBytes } from '../reading/read-bytes.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

/** Repeated parts: unclosed openings, and text that could match several parts of a pattern. */
export const UNITS = [
  [
    '{',
    String.raw`{\i1`,
    String.raw`{\an1`,
    String.raw`{\i1}a{\i0}`,
    '}',
    '<',
    '<b ',
    '<i>a</i> ',
    '<v ',
    '<00:01.000>',
    '</',
  ],
  [
    '"',
    '""',
    '\\',
    "'",
    '&',
    '&amp',
    '&lt;',
    '[',
    ']',
    '] ',
    '[00:01.00]',
    '[a:',
    ',',
    ':',
    '::',
    '-->',
    '->',
    '--',
  ],
  [
    ' ',
    '\t',
    '\u00A0',
    '\u2028',
    '\n',
    '\r',
    '\n\n',
    ' \n',
    '\f',
    '1',
    '1 ',
    '1:',
    '00:',
    '1,',
    '1.',
    'a',
    'a ',
    'e\u0301',
  ],
  ['[[', '{"a":[', '<a>', '<p>', '<p/>', '<!--', '<![CDATA[', 'NaN,', ':NaN', '!'],
].flat()

const ass = (text: string) => `[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,${text}`
/** A TTML document of one cue. */
export const tt = (text: string) =>
  `<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">${text}</p></div></body></tt>`

/** Files with a long text at each position that a reader searches. */
export const places: readonly [string, (text: string) => string][] = [
  ['a.srt', (text) => `1\n00:00:01,000 --> 00:00:02,000\n${text}`],
  ['a.srt', (text) => `1\n00:00:01,000 --> 00:00:02,000${text}\nHello`],
  ['a.srt', (text) => text],
  ['a.vtt', (text) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`],
  ['a.vtt', (text) => `WEBVTT\n\n00:01.000 --> 00:02.000 ${text}x\nHello`],
  ['a.vtt', (text) => text],
  ['a.ass', ass],
  ['a.ass', (text) => text],
  ['a.ass', (text) => `[Events]\nFormat: ${text}\n${ass('x')}`],
  ['a.lrc', (text) => `[00:01.00]${text}`],
  ['a.lrc', (text) => text],
  ['a.sbv', (text) => `0:00:01.000,0:00:02.000\n${text}`],
  ['a.sbv', (text) => text],
  ['a.txt', (text) => text],
  ['a.labels.txt', (text) => `1.0\t2.0\t${text}`],
  [
    'a.TextGrid',
    (text) => `"ooTextFile"\n"TextGrid"\n0 2 <exists> 1\n"IntervalTier" "a" 0 2 1\n0 2 "${text}`,
  ],
  ['a.ttml', tt],
  ['a.ttml', (text) => text],
  ['a.eaf', (text) => `<ANNOTATION_DOCUMENT><TIER>${text}`],
  ['a.json', (text) => `{"segments":[{"start":0,"end":1,"text":"x"},${text}`],
  ['a.json', (text) => `{"format":"parolo","version":1,"x":${text}`],
]

/** The outcome, which does not matter. */
export function attempt(fileName: string, text: string): string {
  try {
    return readBytes(fileName, strToU8(text)).format
  } catch (error) {
    if (error instanceof UnreadableText) return error.reason
    throw error
  }
}

/** Reads a file of each part, repeated to `length` characters, at one position. */
export function readRepeated(fileName: string, fileOf: (text: string) => string, length: number): string[] {
  return UNITS.map((unit) => attempt(fileName, fileOf(unit.repeat(Math.ceil(length / unit.length)))))
}
