import type { Mark } from '../transcript/transcript.ts'

/** The words at which marks begin and end. */
export interface MarkEdges {
  readonly starts: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
}

/** Marks that say something about words without changing how they are shown; they go along with what is written for them. */
const others: ReadonlySet<string> = new Set([
  'accepted',
  'as-said',
  'bookmark',
  'comment',
  'comment-resolved',
  'no-break',
])
/** Marks of what begins with their words, and of what ends there. */
const atStart: ReadonlySet<string> = new Set(['break-before', 'cue-start', 'line-break', 'speaker-name'])
const atEnd: ReadonlySet<string> = new Set(['cue-end'])

// Marks never change in place: views ask again after each key.
const known = new WeakMap<readonly Mark[], MarkEdges>()

/** The words that marks for captions divide: what stands on both sides of an edge is not written as one word. */
export function edgesOf(marks: readonly Mark[]): MarkEdges {
  const before = known.get(marks)
  if (before !== undefined) return before
  const own = marks.filter(({ kind }) => !others.has(kind))
  const edges = {
    starts: new Set(own.flatMap(({ kind, fromWordId }) => (atEnd.has(kind) ? [] : [fromWordId]))),
    ends: new Set(own.flatMap(({ kind, toWordId }) => (atStart.has(kind) ? [] : [toWordId]))),
  }
  known.set(marks, edges)
  return edges
}

/** Whether a mark begins or ends within these words. */
export function isDivided(wordIds: readonly string[], { starts, ends }: MarkEdges): boolean {
  return wordIds.some((id, index) => {
    const isWithin = index > 0 && starts.has(id)
    return isWithin || (index < wordIds.length - 1 && ends.has(id))
  })
}
