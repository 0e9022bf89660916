import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import type { Mark } from '../transcript/transcript.ts'

/** The words at which marks begin and end. */
export interface MarkEdges {
  readonly starts: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
}

// Marks never change in place; views ask again after each key.
const known = new WeakMap<readonly Mark[], MarkEdges>()

/** The words divided by caption marks: words on the two sides of an edge are not merged into one. */
export function edgesOf(marks: readonly Mark[]): MarkEdges {
  const before = known.get(marks)
  if (before !== undefined) return before
  const starts = new Set<string>()
  const ends = new Set<string>()
  for (const mark of marks) {
    const { fromWordId, toWordId } = mark
    const divides = behaviorOf(mark)?.divides ?? 'nowhere'
    if (divides === 'both' || divides === 'start') starts.add(fromWordId)
    if (divides === 'both' || divides === 'end') ends.add(toWordId)
  }
  known.set(marks, { starts, ends })
  return { starts, ends }
}

/** Whether a mark begins or ends within these words. */
export function isDivided(wordIds: readonly string[], { starts, ends }: MarkEdges): boolean {
  return wordIds.some((id, index) => {
    const isWithin = index > 0 && starts.has(id)
    return isWithin || (index < wordIds.length - 1 && ends.has(id))
  })
}
