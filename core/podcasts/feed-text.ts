import { decodeText } from '../formats/reading/text-encoding.ts'

/** Encodings of feeds in addition to those that `decodeText` detects, by their names in XML and HTTP. */
const LATIN = /^(?:iso[-_]?8859[-_]?1|latin[-_]?1|windows-1252|cp1252|us-ascii|ascii)$/iu
const UTF = /^utf-?(?:8|16(?:le|be)?)$/iu

export type FeedText =
  | { readonly text: string }
  /** In an unsupported encoding. */
  | { readonly unknownEncoding: string }

/**
 * The text of a feed: by its byte order mark and its bytes; if these are not conclusive, by the encoding
 * declared in the XML, else the server's `charset`. `decode` reads other encodings; null if it cannot.
 */
export function feedText(
  bytes: Uint8Array,
  charset: string,
  decode: (bytes: Uint8Array, encoding: string) => string | null,
): FeedText {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1] ?? charset
  if (declared === '' || LATIN.test(declared) || UTF.test(declared))
    return { text: withoutMark(decodeText(bytes).text) }
  const text = decode(bytes, declared)
  return text === null ? { unknownEncoding: declared } : { text: withoutMark(text) }
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/u, '')
