import type { RetimeWordEdit } from '../edits/edit.ts'
import { shortestWordMs } from '../transcript/shortest-word.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Word } from '../transcript/transcript.ts'

/**
 * Edits that move words of a paragraph to the given times (null: the word stays), as far as the other words
 * leave room; ordered so that none is limited by a word that has yet to move.
 */
export function retimeEdits(
  words: readonly Word[],
  targets: readonly (TimeSpan | null)[],
  newId: () => string,
): RetimeWordEdit[] {
  const wanted = reachable(words, targets)
  const now: TimeSpan[] = words.map(({ startMs, endMs }) => ({ startMs, endMs }))
  const edits: RetimeWordEdit[] = []
  const move = (index: number): void => {
    const [word, target, is] = [words[index], wanted[index], now[index]]
    if (word === undefined || target === undefined || target === null || is === undefined) return
    if (target.startMs === is.startMs && target.endMs === is.endMs) return
    const earliest = now[index - 1]?.endMs ?? 0
    const latest = now[index + 1]?.startMs ?? target.endMs
    const clamp = (ms: number): number => Math.max(earliest, Math.min(latest, ms))
    now[index] = { startMs: clamp(target.startMs), endMs: clamp(target.endMs) }
    edits.push({ kind: 'retime-word', id: newId(), wordId: word.id, ...target })
  }
  // Later words make room for earlier ones that move later; then the others move.
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const [target, is] = [wanted[index], now[index]]
    if (target && is && (target.startMs > is.startMs || target.endMs > is.endMs)) move(index)
  }
  for (let index = 0; index < words.length; index += 1) move(index)
  return edits
}

/** The given times, adjusted to follow one another between the words that stay. */
function reachable(words: readonly Word[], targets: readonly (TimeSpan | null)[]): (TimeSpan | null)[] {
  const result = [...targets]
  for (let from = 0; from < words.length; from += 1) {
    if (targets[from] === null) continue
    let to = from
    while (to < words.length && targets[to] !== null) to += 1
    const earliest = words[from - 1]?.endMs ?? 0
    const latest = words[to]?.startMs ?? Infinity
    const times = targets.slice(from, to).map((target) => target as TimeSpan)
    // Too little room for words of a readable length: they share it, as placed by the text edit.
    const isRoom = latest - earliest >= shortestWordMs * times.length
    fitted(times, earliest, latest).forEach((span, index) => (result[from + index] = isRoom ? span : null))
    from = to
  }
  return result
}

function fitted(times: readonly TimeSpan[], earliest: number, latest: number): TimeSpan[] {
  let floor = earliest
  return times.map(({ startMs, endMs }, index) => {
    const left = times.length - index - 1
    const last = latest - left * shortestWordMs
    // A word that does not fit begins earlier rather than becoming shorter.
    const length = Math.max(shortestWordMs, Math.min(endMs - startMs, last - floor))
    const start = Math.max(floor, Math.min(startMs, last - length))
    const end = Math.max(start + shortestWordMs, Math.min(endMs, last))
    floor = end
    return { startMs: start, endMs: end }
  })
}
