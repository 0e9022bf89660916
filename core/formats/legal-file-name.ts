import { utf8Length } from '../notation/utf8-length.ts'

/** Most file systems allow 255 bytes; the rest is reserved for a folder, a number and a `.part` suffix. */
const MAX_BYTES = 120

/** Names that Windows reserves for devices, with any extension (Microsoft, Naming Files, Paths, and Namespaces). */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/iu
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]+/gu

/**
 * A file name that is valid on every system, as close to `name` as possible, ending in `extension` (`.srt`).
 * `otherwise` is used when no character of the name is left.
 */
export function legalFileName(name: string, extension: string, otherwise: string): string {
  const room = MAX_BYTES - utf8Length(extension)
  const wanted = trimmed(readable(name.toWellFormed().normalize('NFC')).replaceAll(forbidden, '-'))
  const legal = wanted === '' ? otherwise : wanted
  // Only the part before the first dot counts: `con.srt` is the device too.
  const isDevice = reserved.test(legal.split('.')[0]?.trim() ?? '')
  return shortened(isDevice ? `_${legal}` : legal, room) + extension
}

/** `#12: "Who?" he asked` as `#12 - 'Who' he asked`. */
const readable = (name: string): string =>
  name
    .replaceAll('"', "'")
    .replaceAll(/\?+(?=[\s'’”»)\]]|$)/gu, '')
    .replaceAll(/:(?=\s)/gu, ' -')

/**
 * No whitespace, dot or hyphen at either end: Windows drops trailing spaces and dots, and a leading dot hides a file.
 */
function trimmed(name: string): string {
  return name
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s.-]+/u, '')
    .replace(/[\s.-]+$/u, '')
}

/** Cuts between grapheme clusters. */
function shortened(name: string, room: number): string {
  if (utf8Length(name) <= room) return name
  let short = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += utf8Length(segment)
    if (bytes > room) break
    short += segment
  }
  return trimmed(short) === '' ? '_' : trimmed(short)
}
