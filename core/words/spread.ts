import type { UntimedWord } from './words.ts'

/** A voiced span, in seconds from the start of the decoded span. */
export interface VoicedSpan {
  readonly start: number
  readonly end: number
}

/**
 * In addition to its letters, each word takes about as much time as this many letters (measured,
 * docs/engine.md).
 */
const WORD_COST = 1.5

/**
 * Times for words of a model that has none: spread over the voiced time in proportion to letters + 1.5 (start error
 * median/p90 280/1119 ms on read speech). A word never extends across a pause: one that would is cut at the end of
 * the voiced span in which it began.
 */
export function spreadWords(
  words: readonly UntimedWord[],
  voiced: readonly VoicedSpan[],
  spanSeconds: number,
): { start: number; end: number }[] {
  const spans = voiced.length > 0 ? voiced : [{ start: 0, end: spanSeconds }]
  const total = spans.reduce((sum, span) => sum + span.end - span.start, 0)
  const costs = words.map((word) => (word.text.match(/./gsu)?.length ?? 0) + WORD_COST)
  const cost = costs.reduce((sum, one) => sum + one, 0)
  const placeAt = (voicedSeconds: number, isEnd: boolean): { at: number; spanEnd: number } => {
    let left = voicedSeconds
    for (const span of spans) {
      const length = span.end - span.start
      if (isEnd ? left <= length : left < length) return { at: span.start + left, spanEnd: span.end }
      left -= length
    }
    const last = spans.at(-1) as VoicedSpan
    return { at: last.end, spanEnd: last.end }
  }
  let spent = 0
  return words.map((_word, index) => {
    const from = placeAt((spent / cost) * total, false)
    spent += costs[index] as number
    const to = placeAt((spent / cost) * total, true)
    return { start: from.at, end: Math.max(from.at, Math.min(to.at, from.spanEnd)) }
  })
}
