import { UnreadableText } from './unreadable-text.ts'

/**
 * What a transcript, captions or a text may hold at most; docs/limits.md lists them. Far more than a day of speech, and
 * little enough that reading it ends.
 */
export const LIMITS = {
  /** Of the file. */
  bytes: 128 * 1024 * 1024,
  /** Of the text inside a Word document. */
  unpacked: 64 * 1024 * 1024,
  /** Elements of XML in one another, lists and objects of JSON. */
  nested: 200,
  /** Elements of XML. */
  elements: 2_000_000,
  cues: 100_000,
  words: 1_000_000,
  /** Of all words together, as a file may show one text at many times. */
  characters: 20_000_000,
  speakers: 10_000,
  /** Styles and regions of TTML. */
  styles: 1_000,
} as const

export type Limit = keyof typeof LIMITS

/** Throws UnreadableText, with the name of the limit as its path, if a count is over it. */
export function checkLimit(limit: Limit, count: number): void {
  if (count > LIMITS[limit]) throw new UnreadableText('too-large', limit, `more than ${LIMITS[limit]}`)
}
