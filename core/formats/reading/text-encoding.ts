import type { Correction } from '../format.ts'

/** What bytes 0x80 to 0x9F mean in windows-1252 (Unicode's mapping; unassigned ones as controls, as browsers do). */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** How much of a file is looked at to recognize UTF-16 without its mark. */
const PROBE = 4_096

export interface DecodedText {
  readonly text: string
  /** What was found instead of UTF-8; a UTF-8 byte order mark stays in the text for the reader to report. */
  readonly corrections: readonly Correction[]
}

/**
 * The text of a file: UTF-16 by its byte order mark or by its zero bytes, else UTF-8, else windows-1252.
 * Invalid bytes in UTF-8 are read as windows-1252, so that a wrong byte affects only itself.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Order(bytes)
  if (utf16 !== null) return reported(decodeUtf16(bytes, utf16), utf16 === 'little' ? 'UTF-16LE' : 'UTF-16BE')
  const { text, multibyte, wrong } = decodeUtf8(bytes)
  if (wrong === 0) return { text, corrections: [] }
  if (multibyte >= wrong) return reported(text, 'UTF-8, windows-1252')
  return reported(decodeWindows1252(bytes), 'windows-1252')
}

const reported = (text: string, detail: string): DecodedText => ({
  text,
  corrections: [{ code: 'encoding', line: null, detail }],
})

function utf16Order(bytes: Uint8Array): 'little' | 'big' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big'
  const length = Math.min(bytes.length, PROBE) & ~1
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index++) if (bytes[index] === 0) index % 2 === 0 ? even++ : odd++
  // Latin text has a zero byte in nearly every unit, always at the same position.
  if (odd > length * 0.2 && even < odd / 10) return 'little'
  return even > length * 0.2 && odd < even / 10 ? 'big' : null
}

function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): string {
  const text = new TextBuilder()
  const [high, low] = order === 'little' ? [1, 0] : [0, 1]
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const unit = ((bytes[index + high] ?? 0) << 8) | (bytes[index + low] ?? 0)
    if (index > 0 || unit !== 0xfeff) text.add(unit)
  }
  return text.end().toWellFormed()
}

function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextBuilder()
  for (const byte of bytes) text.add(windows1252(byte))
  return text.end()
}

const windows1252 = (byte: number): number =>
  byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte

function decodeUtf8(bytes: Uint8Array): { text: string; multibyte: number; wrong: number } {
  const text = new TextBuilder()
  let multibyte = 0
  let wrong = 0
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0
    if (byte < 0x80) {
      text.add(byte)
      index++
      continue
    }
    const length = sequenceLength(bytes, index)
    if (length === 0) {
      text.add(windows1252(byte))
      wrong++
      index++
      continue
    }
    let code = byte & (0x7f >> length)
    for (let at = 1; at < length; at++) code = (code << 6) | ((bytes[index + at] ?? 0) & 0x3f)
    text.add(code)
    multibyte++
    index += length
  }
  return { text: text.end(), multibyte, wrong }
}

/** Bytes of the well-formed sequence at `index` (Unicode, table 3-7); 0 if there is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0
  for (let at = 1; at < length; at++) {
    const byte = bytes[index + at] ?? 0
    if ((byte & 0xc0) !== 0x80) return 0
    if (at > 1) continue
    if (first === 0xe0 && byte < 0xa0) return 0
    if (first === 0xed && byte > 0x9f) return 0
    if (first === 0xf0 && byte < 0x90) return 0
    if (first === 0xf4 && byte > 0x8f) return 0
  }
  return length
}

/** Joins code points in blocks: character by character is many times slower. */
class TextBuilder {
  static readonly #BLOCK = 8_192
  readonly #blocks: string[] = []
  #codes: number[] = []

  add(code: number): void {
    this.#codes.push(code)
    if (this.#codes.length >= TextBuilder.#BLOCK) this.#flush()
  }

  end(): string {
    this.#flush()
    return this.#blocks.join('')
  }

  #flush(): void {
    this.#blocks.push(String.fromCodePoint(...this.#codes))
    this.#codes = []
  }
}
