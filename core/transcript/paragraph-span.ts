import type { TimeSpan } from './time-span.ts'
import type { Paragraph } from './transcript.ts'

/** Paragraphs never change in place. */
const known = new WeakMap<Paragraph, TimeSpan>()

/** From the first start to the last end of a paragraph's words; from Infinity to -Infinity without any. */
export function paragraphSpan(paragraph: Paragraph): TimeSpan {
  const before = known.get(paragraph)
  if (before !== undefined) return before
  const span = spanOf(paragraph)
  known.set(paragraph, span)
  return span
}

/** Words of a paragraph in an imported file may be out of order. */
function spanOf({ words }: Paragraph): TimeSpan {
  let startMs = Infinity
  let endMs = -Infinity
  for (const word of words) {
    startMs = Math.min(startMs, word.startMs)
    endMs = Math.max(endMs, word.startMs, word.endMs)
  }
  return { startMs, endMs }
}
