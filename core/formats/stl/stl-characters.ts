/** One of the character tables of EBU Tech 3264 (§ GSI, field CCT). */
export interface StlTable {
  /** The field's value. */
  readonly code: string
  /** Undefined if the table does not contain it. */
  readonly encode: (character: string) => readonly number[] | undefined
  /** The character at `at`, and its number of bytes. */
  readonly decode: (bytes: Uint8Array, at: number) => { readonly text: string; readonly length: number }
}

/** Bytes of ISO 6937 above 0x9F, except marks above a letter. */
const latin: Readonly<Record<number, string>> = {
  0xa0: '\u00A0',
  0xa1: '¡',
  0xa2: '¢',
  0xa3: '£',
  0xa4: '$',
  0xa5: '¥',
  0xa7: '§',
  0xa8: '¤',
  0xa9: '‘',
  0xaa: '“',
  0xab: '«',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '²',
  0xb3: '³',
  0xb4: '×',
  0xb5: 'µ',
  0xb6: '¶',
  0xb7: '·',
  0xb8: '÷',
  0xb9: '’',
  0xba: '”',
  0xbb: '»',
  0xbc: '¼',
  0xbd: '½',
  0xbe: '¾',
  0xbf: '¿',
  0xd0: '—',
  0xd1: '¹',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xd5: '♪',
  0xd6: '¬',
  0xd7: '¦',
  0xdc: '⅛',
  0xdd: '⅜',
  0xde: '⅝',
  0xdf: '⅞',
  0xe0: 'Ω',
  0xe1: 'Æ',
  0xe2: 'Đ',
  0xe3: 'ª',
  0xe4: 'Ħ',
  0xe6: 'Ĳ',
  0xe7: 'Ŀ',
  0xe8: 'Ł',
  0xe9: 'Ø',
  0xea: 'Œ',
  0xeb: 'º',
  0xec: 'Þ',
  0xed: 'Ŧ',
  0xee: 'Ŋ',
  0xef: 'ŉ',
  0xf0: 'ĸ',
  0xf1: 'æ',
  0xf2: 'đ',
  0xf3: 'ð',
  0xf4: 'ħ',
  0xf5: 'ı',
  0xf6: 'ĳ',
  0xf7: 'ŀ',
  0xf8: 'ł',
  0xf9: 'ø',
  0xfa: 'œ',
  0xfb: 'ß',
  0xfc: 'þ',
  0xfd: 'ŧ',
  0xfe: 'ŋ',
  0xff: '\u00AD',
}
/** Bytes of diacritical marks, which precede their letter, as combining characters. */
const marks: Readonly<Record<number, string>> = {
  0xc1: '\u0300',
  0xc2: '\u0301',
  0xc3: '\u0302',
  0xc4: '\u0303',
  0xc5: '\u0304',
  0xc6: '\u0306',
  0xc7: '\u0307',
  0xc8: '\u0308',
  0xca: '\u030A',
  0xcb: '\u0327',
  0xcd: '\u030B',
  0xce: '\u0328',
  0xcf: '\u030C',
}

const inverse = (table: Readonly<Record<number, string>>): Map<string, number> =>
  new Map(Object.entries(table).map(([byte, text]) => [text, Number(byte)]))

const latinBytes = inverse(latin)
const markBytes = inverse(marks)
const isAscii = (code: number): boolean => code >= 0x20 && code <= 0x7e

const latinTable: StlTable = {
  code: '00',
  encode(character) {
    const byte = latinBytes.get(character)
    if (byte !== undefined) return [byte]
    const code = character.codePointAt(0) ?? 0
    if (isAscii(code)) return [code]
    const [letter = '', mark = '', ...others] = character.normalize('NFD')
    const markByte = markBytes.get(mark)
    const isLetter = /^[A-Za-z]$/.test(letter)
    return markByte === undefined || !isLetter || others.length > 0
      ? undefined
      : [markByte, letter.charCodeAt(0)]
  },
  decode(bytes, at) {
    const byte = bytes[at] ?? 0
    const mark = marks[byte]
    const next = bytes[at + 1] ?? 0
    if (mark !== undefined && isAscii(next)) {
      return { text: (String.fromCharCode(next) + mark).normalize('NFC'), length: 2 }
    }
    return { text: latin[byte] ?? (isAscii(byte) ? String.fromCharCode(byte) : '\uFFFD'), length: 1 }
  },
}

/** From this byte on, this many consecutive characters. */
type Run = readonly [byte: number, first: number, count: number]

/** A table with one byte per character: ASCII, and runs above it. */
function byteTable(code: string, runs: readonly Run[]): StlTable {
  const characters = new Map<number, string>()
  for (const [byte, first, count] of runs) {
    for (let index = 0; index < count; index++)
      characters.set(byte + index, String.fromCodePoint(first + index))
  }
  const bytes = new Map([...characters].map(([byte, text]) => [text, byte]))
  return {
    code,
    encode(character) {
      const byte = bytes.get(character)
      if (byte !== undefined) return [byte]
      const point = character.codePointAt(0) ?? 0
      return isAscii(point) ? [point] : undefined
    },
    decode(all, at) {
      const byte = all[at] ?? 0
      const ascii = isAscii(byte) ? String.fromCharCode(byte) : '\uFFFD'
      return { text: characters.get(byte) ?? ascii, length: 1 }
    },
  }
}

/** ISO 8859-5, -6, -7 and -8. */
const cyrillic = byteTable('01', [
  [0xa0, 0xa0, 1],
  [0xa1, 0x401, 12],
  [0xae, 0x40e, 66],
  [0xf0, 0x2116, 1],
  [0xf1, 0x451, 12],
  [0xfd, 0xa7, 1],
  [0xfe, 0x45e, 2],
])
const arabic = byteTable('02', [
  [0xa0, 0xa0, 1],
  [0xac, 0x60c, 1],
  [0xbb, 0x61b, 1],
  [0xbf, 0x61f, 1],
  [0xc1, 0x621, 26],
  [0xe0, 0x640, 19],
])
const greek = byteTable('03', [
  [0xa0, 0xa0, 1],
  [0xa1, 0x2018, 2],
  [0xa3, 0xa3, 1],
  [0xa4, 0x20ac, 1],
  [0xa6, 0xa6, 4],
  [0xab, 0xab, 3],
  [0xaf, 0x2015, 1],
  [0xb0, 0xb0, 4],
  [0xb4, 0x384, 3],
  [0xb7, 0xb7, 1],
  [0xb8, 0x388, 3],
  [0xbb, 0xbb, 1],
  [0xbc, 0x38c, 1],
  [0xbd, 0xbd, 1],
  [0xbe, 0x38e, 20],
  [0xd3, 0x3a3, 44],
])
const hebrew = byteTable('04', [
  [0xa0, 0xa0, 1],
  [0xa2, 0xa2, 8],
  [0xaa, 0xd7, 1],
  [0xab, 0xab, 15],
  [0xba, 0xf7, 1],
  [0xbb, 0xbb, 4],
  [0xdf, 0x2017, 1],
  [0xe0, 0x5d0, 27],
  [0xfd, 0x200e, 2],
])

export const stlTables = [latinTable, cyrillic, arabic, greek, hebrew] as const

/** Replacements for characters that no table contains. */
const standIns: Readonly<Record<string, string>> = {
  '…': '...',
  '–': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '\u202F': '\u00A0',
  '\u2009': ' ',
  '\u200A': ' ',
  '€': 'EUR',
  '„': '"',
  '“': '"',
  '”': '"',
  '‚': ',',
  '‘': "'",
  '’': "'",
  '‹': '<',
  '›': '>',
  '•': '·',
  '♫': '♪',
}

/** A line in a table's bytes. `replaced`: how many characters it cannot represent. */
export function encodeLine(
  text: string,
  table: StlTable,
): { readonly bytes: number[]; readonly replaced: number } {
  const bytes: number[] = []
  let replaced = 0
  for (const character of text.normalize('NFC')) {
    const own = table.encode(character)
    if (own !== undefined) {
      bytes.push(...own)
      continue
    }
    replaced++
    for (const other of standIns[character] ?? '?') bytes.push(...(table.encode(other) ?? [0x3f]))
  }
  return { bytes, replaced }
}

/** The table that covers most of the texts; the Latin one on a tie. */
export function bestTable(texts: readonly string[]): StlTable {
  const losses = stlTables.map((table) =>
    texts.reduce(
      (sum, text) =>
        sum + Array.from(text.normalize('NFC')).filter((each) => table.encode(each) === undefined).length,
      0,
    ),
  )
  return stlTables[losses.indexOf(Math.min(...losses))] ?? latinTable
}
