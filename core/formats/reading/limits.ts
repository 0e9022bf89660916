import { UnreadableText } from './unreadable-text.ts'

/**
 * Maximum sizes of a transcript, captions or a text; docs/limits.md lists them. Far more than a day of
 * speech, but small enough that reading always ends.
 */
export const LIMITS = {
  /** Of the file. */
  bytes: 128 * 1024 * 1024,
  /** Of the text inside a Word document. */
  unpacked: 64 * 1024 * 1024,
  /** Nesting depth of XML elements, and of JSON lists and objects. */
  nested: 200,
  /** Elements of XML. */
  elements: 2_000_000,
  cues: 100_000,
  words: 1_000_000,
  /** In all words together, as a file may repeat one text at many times. */
  characters: 20_000_000,
  speakers: 10_000,
  /** Styles and regions of TTML. */
  styles: 1_000,
} as const

/** The latest time of a text; no recording is as long as 1,000 hours. */
export const LATEST_MS = 1_000 * 3_600_000

export type Limit = keyof typeof LIMITS

/** Throws UnreadableText, with the name of the limit as its path, if a count exceeds it. */
export function checkLimit(limit: Limit, count: number): void {
  if (count > LIMITS[limit]) throw new UnreadableText('too-large', limit, `more than ${LIMITS[limit]}`)
}
