import { applyEdits, carryEdits } from '#core/edits/apply-edits'
import type { EditLimits } from '#core/edits/times'
import type { Transcript } from '#core/transcript/transcript'
import type { EditGroup } from './unsent-edits.ts'

/** A group with the transcript as it is after it. */
export interface PendingGroup extends EditGroup {
  readonly after: () => Transcript
  /** It was sent and nobody knows what became of it: the studio finds it again by the state it was made on. */
  readonly tried?: boolean
}

/**
 * The groups once more, on another state of the studio: carried over by core's rules, just as the studio will do it.
 * What is sent stays what the person made; a group that fits here without a change counts as made on this state.
 */
export function reapply(
  groups: readonly (EditGroup & Pick<PendingGroup, 'tried'>)[],
  transcript: Transcript,
  editNumber: number,
  limits: EditLimits,
): PendingGroup[] {
  let state = transcript
  let fits = true
  return groups.map((group) => {
    const { transcript: after, carried } = carryEdits(state, group.edits, limits)
    fits &&= carried.every((each) => each.outcome === 'applied' && each.asSent)
    state = after
    return {
      ...group,
      baseNumber: fits && group.tried !== true ? editNumber : group.baseNumber,
      after: () => after,
    }
  })
}

/**
 * The groups of one change of the page, with the transcript after each. Those between are worked out when they are asked
 * for, once the studio has taken one: the page itself shows `after`, what all of them make.
 */
export function withStates(
  groups: readonly EditGroup[],
  before: Transcript,
  after: Transcript,
  limits: EditLimits,
): PendingGroup[] {
  const pending: PendingGroup[] = []
  groups.forEach((group, index) => {
    const isLast = index === groups.length - 1
    let known = isLast ? after : null
    const previous = pending[index - 1]
    const work = (): Transcript => applyEdits(previous?.after() ?? before, group.edits, limits).transcript
    pending.push({ ...group, after: () => (known ??= work()) })
  })
  return pending
}
