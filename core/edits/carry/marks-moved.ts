import { commonEnds, middleOf } from '../../sequences/common-ends.ts'
import { kindOf } from '../../transcript/marks/stored-mark.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import { isGap } from './sound-follows.ts'

interface MarkIndex {
  /** Words at which marks begin or end. */
  readonly ends: ReadonlySet<string>
  /** The ends of marks that do not simply disappear with their words. */
  readonly lasting: ReadonlySet<string>
  /** Times at which newly typed words are redacted. */
  readonly gaps: readonly TimeSpan[]
  /** The words beside these times. */
  readonly besideGaps: ReadonlySet<string>
}

// Marks never change in place, and most keystrokes leave them unchanged.
const known = new WeakMap<readonly Mark[], MarkIndex>()

/**
 * Whether new words of one paragraph may affect marks (`followMarks`). A quick check before each keystroke:
 * it examines only the changed words and their neighbors.
 */
export function movesMarks(
  marks: readonly Mark[],
  before: Paragraph,
  after: Paragraph,
  isRestored: boolean,
): boolean {
  const { ends, lasting, gaps, besideGaps } = indexOf(marks)
  const [old, now] = [before.words, after.words]
  const same = commonEnds(old, now)
  const typed = middleOf(now, same)
  const left = new Set(typed.map(({ id }) => id))
  const changed = middleOf(old, same)
  if (changed.some(({ id }) => ends.has(id) && !left.has(id))) return true
  if (besideGaps.size > 0 && old.some(({ id }) => besideGaps.has(id))) return true
  if (isRestored) return false
  const around = old.slice(Math.max(0, same.head - 1), old.length - same.tail + 1)
  if (around.some(({ id }) => lasting.has(id))) return true
  if (gaps.length === 0) return false
  return typed.some((word) => gaps.some(({ startMs, endMs }) => word.startMs < endMs && word.endMs > startMs))
}

function indexOf(marks: readonly Mark[]): MarkIndex {
  const before = known.get(marks)
  if (before !== undefined) return before
  const index = {
    ends: new Set<string>(),
    lasting: new Set<string>(),
    gaps: [] as TimeSpan[],
    besideGaps: new Set<string>(),
  }
  for (const mark of marks) {
    for (const id of [mark.fromWordId, mark.toWordId]) {
      index.ends.add(id)
      if ((kindOf(mark.kind)?.behavior.onEdit ?? 'goes') !== 'goes') index.lasting.add(id)
    }
    if (mark.kind === 'redacted-sound' && isGap(mark)) {
      index.gaps.push(mark.value)
      index.besideGaps.add(mark.fromWordId).add(mark.toWordId)
    }
  }
  known.set(marks, index)
  return index
}
