import type { TimeSpan } from '../../transcript/time-span.ts'
import type { Word } from '../../transcript/transcript.ts'

/** Times for the words of a span whose own times are unknown: in proportion to their length. */
export function spreadTimes(texts: readonly string[], { startMs, endMs }: TimeSpan): TimeSpan[] {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const timeAt = (position: number): number => startMs + Math.round(((endMs - startMs) * position) / length)
  let position = 0
  return texts.map((text) => {
    const from = timeAt(position)
    position += text.length
    return { startMs: from, endMs: timeAt(position) }
  })
}

/** Whether imported words have only times spread over their cue; without a span, over themselves. */
export function areSpread(words: readonly Word[], span?: TimeSpan): boolean {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return true
  if (words.some(({ origin, confidence }) => origin !== 'imported' || confidence !== null)) return false
  const texts = words.map(({ text }) => text)
  const times = spreadTimes(texts, span ?? { startMs: first.startMs, endMs: last.endMs })
  return words.every(
    ({ startMs, endMs }, index) => times[index]?.startMs === startMs && times[index].endMs === endMs,
  )
}
