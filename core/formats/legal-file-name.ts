/** Most file systems take 255 bytes; a folder, a number and a `.part` go with it. */
const MOST_BYTES = 120

/** Names that Windows keeps for devices, with any extension (Microsoft, Naming Files, Paths, and Namespaces). */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/iu
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]+/gu

/**
 * A file name that every system takes, as near to `name` as can be, with `extension` (`.srt`) at its end.
 * `otherwise` is the name where nothing of it is left.
 */
export function legalFileName(name: string, extension: string, otherwise: string): string {
  const room = MOST_BYTES - bytesOf(extension)
  const wanted = trimmed(name.toWellFormed().normalize('NFC').replaceAll(forbidden, '-'))
  const legal = wanted === '' ? otherwise : wanted
  // Before its first dot, as `con.srt` is the device too.
  const isDevice = reserved.test(legal.split('.')[0]?.trim() ?? '')
  return shortened(isDevice ? `_${legal}` : legal, room) + extension
}

/** No space or dot at an end: Windows drops it there, and a leading dot hides a file. */
function trimmed(name: string): string {
  return name
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s.-]+/u, '')
    .replace(/[\s.-]+$/u, '')
}

/** Cut between characters as people see them. */
function shortened(name: string, room: number): string {
  if (bytesOf(name) <= room) return name
  let short = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += bytesOf(segment)
    if (bytes > room) break
    short += segment
  }
  return trimmed(short) === '' ? '_' : trimmed(short)
}

/** Length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4
  }
  return bytes
}
