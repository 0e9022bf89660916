import type { TimeSpan } from '../transcript/time-span.ts'

/** Fewer unmatched words were missed by the recognizer or joined to others. */
export const leastUnspoken = 4
/** Fewer unmatched recognized words count as inserted by the recognizer. */
export const leastUnwritten = 3
/** This many words on both sides, none of them alike, are two different passages, not recognition errors. */
const leastDifferent = 8
/** At most this many words of a text are recognized as a single one. */
const mostForOne = 3
/** The fastest speech: about 30 characters a second. */
const leastMsPerCharacter = 33

/** What lies between two matches. */
export interface GapFacts {
  /** Comparable words of the text. */
  readonly given: readonly string[]
  readonly recognizedCount: number
  /** Where somebody speaks in the gap without any recognized word. */
  readonly speech: readonly TimeSpan[]
}

export interface GapKind {
  readonly isUnspoken: boolean
  /** Index in the gap of the first recognized word that the text lacks; null if none. */
  readonly unwrittenFrom: number | null
}

/**
 * Whether the words of a text between two matches were spoken, and whether the text contains the speech
 * there.
 */
export function gapKind({ given, recognizedCount, speech }: GapFacts): GapKind {
  const count = given.length
  const fewer = Math.min(count, recognizedCount)
  if (fewer >= leastDifferent) return { isUnspoken: true, unwrittenFrom: 0 }
  if (count === 0) {
    return { isUnspoken: false, unwrittenFrom: recognizedCount >= leastUnwritten ? 0 : null }
  }
  if (count >= leastUnspoken && recognizedCount * mostForOne < count && !canBeSpoken(given, speech)) {
    return { isUnspoken: true, unwrittenFrom: recognizedCount >= leastUnwritten ? 0 : null }
  }
  // The text has the first ones, worded differently.
  return { isUnspoken: false, unwrittenFrom: recognizedCount >= 2 * count + leastUnspoken ? count : null }
}

function canBeSpoken(given: readonly string[], speech: readonly TimeSpan[]): boolean {
  const characters = given.reduce((sum, { length }) => sum + length, 0)
  const speechMs = speech.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  return speechMs >= characters * leastMsPerCharacter
}
