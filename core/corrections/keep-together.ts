import type { WordMatch } from '../words/align/align.ts'
import type { TextToken } from './text-tokens.ts'

/**
 * The matches with each token beside those of its block: of equal tokens one after the other any may be the one that
 * stayed, but a word at the start of a paragraph did not come from the end of the one before, nor the other way round.
 */
export function keepTogether(
  matches: readonly WordMatch[],
  old: readonly TextToken[],
  now: readonly TextToken[],
): WordMatch[] {
  const kept = [...matches]
  for (let index = kept.length - 2; index >= 0; index -= 1) {
    const [before, match, next] = [kept[index - 1], kept[index], kept[index + 1]]
    if (match === undefined || next === undefined || !match.exact) continue
    const isAfter = before !== undefined && before.old + 1 === match.old && before.new + 1 === match.new
    const opensBlock = now[match.new]?.block !== now[match.new - 1]?.block
    if (isAfter && !opensBlock) continue
    const key = old[match.old]?.key
    const closesBlock = !opensBlock && now[next.new]?.block !== now[match.new]?.block
    if (
      closesBlock &&
      before?.new === match.new - 1 &&
      before.old + 1 < match.old &&
      old[before.old + 1]?.key === key
    )
      kept[index] = { ...match, old: before.old + 1 }
    else if (next.new === match.new + 1 && next.old > match.old + 1 && old[next.old - 1]?.key === key)
      kept[index] = { ...match, old: next.old - 1 }
    else if (next.old === match.old + 1 && next.new > match.new + 1 && now[next.new - 1]?.key === key)
      kept[index] = { ...match, new: next.new - 1 }
  }
  return kept
}
