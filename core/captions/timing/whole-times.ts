import { isCaptionTime, withMappedTimes } from '../../transcript/marks/mark-times.ts'
import type { Mark } from '../../transcript/transcript.ts'

/** Marks never change in place; unchanged ones stay the same objects, so that their cues do. */
const known = new WeakMap<Mark, Mark>()

/** Marks whose times are whole and not before 0: others are left by captions that were moved in time and are no more. */
export function withWholeTimes(marks: readonly Mark[]): readonly Mark[] {
  if (marks.every(isWhole)) return marks
  return marks.map((mark) => {
    if (isWhole(mark)) return mark
    const made = known.get(mark) ?? withMappedTimes(mark, (ms) => Math.max(0, Math.round(ms)))
    known.set(mark, made)
    return made
  })
}

const isWhole = (mark: Mark): boolean =>
  !isCaptionTime(mark) || !Number.isFinite(mark.value) || (Number.isInteger(mark.value) && mark.value >= 0)
