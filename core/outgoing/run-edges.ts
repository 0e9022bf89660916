import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import type { Mark } from '../transcript/transcript.ts'

/** Ids of the words with which a placeholder begins or ends, because a mark does. */
export interface RunEdges {
  readonly starts: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
}

export function edgesOfRuns(marks: readonly Mark[]): RunEdges {
  const starts = new Set<string>()
  const ends = new Set<string>()
  for (const mark of marks) {
    const onRedacted = behaviorOf(mark)?.onRedacted
    if (onRedacted === 'first' || onRedacted === 'both') starts.add(mark.fromWordId)
    if (onRedacted === 'last' || onRedacted === 'both') ends.add(mark.toWordId)
  }
  return { starts, ends }
}
