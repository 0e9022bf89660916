import type { OutputOptions } from '#core/formats/output-options'
import { WINDOWS_1252 } from '#core/formats/reading/text-encoding'

export interface EncodedText {
  readonly bytes: Uint8Array
  /** Number of characters that the encoding lacks, each replaced by a question mark. */
  readonly replaced: number
}

const QUESTION_MARK = 0x3f
/** Characters with an equivalent in windows-1252. */
const similar: Readonly<Record<string, string>> = {
  '\u202F': '\u00A0',
  '\u2009': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u2015': '—',
}

/**
 * Encodes a text (with LF) as a file's bytes; `decodeText` returns the same text, as far as the encoding has
 * its characters.
 */
export function encodeText(
  text: string,
  { encoding, byteOrderMark, lineEnds }: Pick<OutputOptions, 'encoding' | 'byteOrderMark' | 'lineEnds'>,
): EncodedText {
  const lines = lineEnds === 'crlf' ? text.replaceAll('\n', '\r\n') : text
  if (encoding === 'windows-1252') return encodeWindows1252(lines)
  if (encoding === 'utf-16') return { bytes: utf16(`\uFEFF${lines}`), replaced: 0 }
  return { bytes: new TextEncoder().encode(byteOrderMark ? `\uFEFF${lines}` : lines), replaced: 0 }
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes[index * 2] = unit & 0xff
    bytes[index * 2 + 1] = unit >> 8
  }
  return bytes
}

const codes = new Map(Array.from(WINDOWS_1252, (character, index) => [character, 0x80 + index]))

function encodeWindows1252(text: string): EncodedText {
  const bytes: number[] = []
  let replaced = 0
  for (const character of text.normalize('NFC')) {
    const byte = windows1252Byte(similar[character] ?? character)
    if (byte === null) replaced++
    bytes.push(byte ?? QUESTION_MARK)
  }
  return { bytes: Uint8Array.from(bytes), replaced }
}

function windows1252Byte(character: string): number | null {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  // Unassigned codes are controls, from which a reader may infer another encoding.
  return code < 0x100 ? null : (codes.get(character) ?? null)
}
