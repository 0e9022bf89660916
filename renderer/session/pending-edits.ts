import { applyEdits, carryEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import type { EditLimits } from '#core/edits/times'
import type { Transcript } from '#core/transcript/transcript'
import type { ConfirmedState } from './confirmed-state.ts'
import { mostEditsInACall, weightOf } from './session-calls.ts'
import type { EditGroup } from './edit-group.ts'

/** A group and the transcript that results from it. */
export interface PendingGroup extends EditGroup {
  readonly after: () => Transcript
  /** True if it was sent with an unknown result; the studio detects repeats among the edits after its base state. */
  readonly tried?: boolean
}

/** Edits made on the page and not yet confirmed by the studio, in order. */
export class PendingEdits {
  readonly #limits: EditLimits
  #groups: readonly PendingGroup[] = []

  constructor(limits: EditLimits) {
    this.#limits = limits
  }

  get isEmpty(): boolean {
    return this.#groups.length === 0
  }

  get last(): PendingGroup | undefined {
    return this.#groups.at(-1)
  }

  /** The first group of the undo step that the last group belongs to. */
  get firstOfLastStep(): PendingGroup | undefined {
    return this.#groups.find((group) => group.stepId === this.last?.stepId)
  }

  /** The transcript after all pending groups; `confirmed` if there are none. */
  shown(confirmed: Transcript): Transcript {
    return this.last?.after() ?? confirmed
  }

  /**
   * Adds the groups of one change. Intermediate transcripts are computed only when needed, after the studio has
   * accepted a group; the page itself shows `after`, the result of applying all groups to `before`.
   */
  add(groups: readonly EditGroup[], before: Transcript, after: Transcript): void {
    const added: PendingGroup[] = []
    groups.forEach((group, index) => {
      const isLast = index === groups.length - 1
      let known = isLast ? after : null
      const previous = added[index - 1]
      const work = (): Transcript =>
        applyEdits(previous?.after() ?? before, group.edits, this.#limits).transcript
      added.push({ ...group, after: () => (known ??= work()) })
    })
    this.#groups = [...this.#groups, ...added]
  }

  /** Restores edits left by an earlier window on top of the studio's state, before all that this window will do. */
  restore(groups: readonly EditGroup[], confirmed: ConfirmedState): void {
    const first = groups.map((group) => ({ ...group, order: 0 }))
    this.#groups = reapply(first, confirmed, this.#limits)
  }

  /** Number of the newest edit that the oldest group was made on; null if there are none. */
  get oldestBase(): number | null {
    return this.#groups.reduce<number | null>(
      (oldest, { baseNumber }) => Math.min(oldest ?? baseNumber, baseNumber),
      null,
    )
  }

  /** Removes the groups that the studio already has, sent by another window or with the answer lost. */
  dropApplied(editIds: readonly string[]): readonly PendingGroup[] {
    if (editIds.length === 0) return []
    const applied = new Set(editIds)
    // The edits of a group are applied together, some perhaps without effect.
    const isApplied = ({ edits }: PendingGroup): boolean => edits.some(({ id }) => applied.has(id))
    const dropped = this.#groups.filter(isApplied)
    if (dropped.length > 0) this.#groups = this.#groups.filter((group) => !isApplied(group))
    return dropped
  }

  /** Rebuilds unsent edits on a new state of the studio. */
  carryOver(confirmed: ConfirmedState): void {
    this.#groups = reapply(this.#groups, confirmed, this.#limits)
  }

  /**
   * Leading groups that belong to one step and were made before `order`, as many as one call can take; only the first
   * one if `alone`.
   */
  toSend(order: number, alone: boolean): readonly PendingGroup[] {
    const [first] = this.#groups
    let edits = 0
    let count = 0
    for (const group of this.#groups) {
      for (const edit of group.edits) edits += weightOf(edit)
      const belongs = group.stepId === first?.stepId && group.baseNumber === first.baseNumber
      const isFull = alone || !belongs || edits > mostEditsInACall
      if (group.order > order || (count > 0 && isFull)) break
      count += 1
    }
    return this.#groups.slice(0, count)
  }

  /**
   * Removes the first `count` groups, now confirmed. If they were accepted as sent, groups made on `base` count as made
   * on `newBase`.
   */
  confirmFirst(count: number, sentOn: { readonly base: number; readonly newBase: number } | null): void {
    const kept = this.#groups.slice(count)
    this.#groups =
      sentOn === null
        ? kept
        : kept.map((group) =>
            group.baseNumber === sentOn.base ? { ...group, baseNumber: sentOn.newBase } : group,
          )
  }

  /** Marks the first `count` groups as sent with an unknown result. */
  markTried(count: number): void {
    this.#groups = this.#groups.map((group, index) => (index < count ? { ...group, tried: true } : group))
  }

  dropFirst(): void {
    this.#groups = this.#groups.slice(1)
  }
}

/** Splits edits, in order, into slices that each fit into one call. */
export function slicesOf(edits: readonly Edit[]): (readonly Edit[])[] {
  const slices: Edit[][] = []
  let weight = Infinity
  for (const edit of edits) {
    weight += weightOf(edit)
    if (weight > mostEditsInACall) {
      slices.push([])
      weight = weightOf(edit)
    }
    slices.at(-1)?.push(edit)
  }
  return slices
}

/**
 * Rebuilds the groups on another state of the studio by core's carry-over rules, exactly as the studio will. The edits
 * sent stay the user's originals; a group that applies here unchanged counts as made on this state.
 */
function reapply(
  groups: readonly (EditGroup & Pick<PendingGroup, 'tried'>)[],
  { transcript, editNumber }: ConfirmedState,
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
