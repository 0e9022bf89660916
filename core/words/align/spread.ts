import type { TimeSpan } from '../../transcript/time-span.ts'
import { shortestWordMs } from '../../transcript/shortest-word.ts'

// Relaxed speech, about 15 characters per second: a word typed into a long pause does not fill the pause.
const naturalMsPerCharacter = 70

/** How long it takes to say words of these lengths (UTF-16 units), in ms. */
export function naturalMs(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + Math.max(shortestWordMs, length * naturalMsPerCharacter), 0)
}

/**
 * Divides a span among words in proportion to their lengths (UTF-16 units), without gaps, in whole milliseconds. Each
 * gets at least `shortestWordMs` if the span is long enough; otherwise all get the same.
 */
export function spread(lengths: readonly number[], span: TimeSpan): TimeSpan[] {
  const total = span.endMs - span.startMs
  const least = total >= shortestWordMs * lengths.length ? shortestWordMs : 0
  const shared = total - least * lengths.length
  const weights = least > 0 ? lengths.map((length) => Math.max(1, length)) : lengths.map(() => 1)
  const sum = weights.reduce((whole, weight) => whole + weight, 0)
  const spans: TimeSpan[] = []
  let weightSoFar = 0
  let startMs = span.startMs
  weights.forEach((weight, index) => {
    weightSoFar += weight
    const endMs = span.startMs + least * (index + 1) + Math.round((shared * weightSoFar) / sum)
    spans.push({ startMs, endMs })
    startMs = endMs
  })
  return spans
}
