import type { Word } from '../../transcript/transcript.ts'
import { spread } from './spread.ts'

/**
 * Puts the times of words in sequence. Where a word starts before an earlier one has ended, for example after joining
 * paragraphs of two people who spoke at once, the affected words share their total time in proportion to their
 * length. All other words keep their times and object identity.
 */
export function orderTimes(words: readonly Word[]): Word[] {
  const ordered: Word[] = []
  for (const word of words) {
    ordered.push(word)
    if (isInOrder(ordered)) continue
    let { startMs, endMs } = word
    let from = ordered.length - 1
    for (let before = ordered[from - 1]; before !== undefined && before.endMs > startMs;) {
      startMs = Math.min(startMs, before.startMs)
      endMs = Math.max(endMs, before.endMs)
      from -= 1
      before = ordered[from - 1]
    }
    const run = ordered.slice(from)
    const spans = spread(
      run.map((each) => each.text.length),
      { startMs, endMs },
    )
    run.forEach((each, index) => {
      ordered[from + index] = { ...each, ...spans[index] }
    })
  }
  return ordered
}

function isInOrder(words: readonly Word[]): boolean {
  const last = words.at(-1)
  const before = words.at(-2)
  return last === undefined || before === undefined || before.endMs <= last.startMs
}
