import { applyEdits, carryEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import type { EditLimits } from '#core/edits/times'
import type { Transcript } from '#core/transcript/transcript'
import type { ConfirmedState } from './confirmed-state.ts'
import { mostEditsInACall, weightOf } from './session-calls.ts'
import type { EditGroup } from './unsent-edits.ts'

/** A group with the transcript as it is after it. */
export interface PendingGroup extends EditGroup {
  readonly after: () => Transcript
  /** It was sent and nobody knows what became of it: the studio finds it again by the state it was made on. */
  readonly tried?: boolean
}

/** What the page has made and the studio has not confirmed, in its order. */
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

  /** The first group of the step that the last one belongs to. */
  get firstOfLastStep(): PendingGroup | undefined {
    return this.#groups.find((group) => group.stepId === this.last?.stepId)
  }

  /** The transcript after all of them; `confirmed` where there are none. */
  shown(confirmed: Transcript): Transcript {
    return this.last?.after() ?? confirmed
  }

  /**
   * The groups of one change of the page. Transcripts between are worked out when they are asked for, once the studio
   * has taken one: the page itself shows `after`, what all of them make of `before`.
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

  /** What an earlier window left, on top of the studio's state. */
  restore(groups: readonly EditGroup[], confirmed: ConfirmedState): void {
    this.#groups = reapply(groups, confirmed, this.#limits)
  }

  /** The studio's state is another: what is not yet sent comes on top of it. */
  carryOver(confirmed: ConfirmedState): void {
    this.#groups = reapply(this.#groups, confirmed, this.#limits)
  }

  /**
   * Groups at the head that belong to one step and were made before `order`, as many as one call takes; only the first
   * where `alone`.
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

  /** The first `count` are in. Where they went in as sent, those made on `base` count as made on `newBase`. */
  confirmFirst(count: number, sentOn: { readonly base: number; readonly newBase: number } | null): void {
    const kept = this.#groups.slice(count)
    this.#groups =
      sentOn === null
        ? kept
        : kept.map((group) =>
            group.baseNumber === sentOn.base ? { ...group, baseNumber: sentOn.newBase } : group,
          )
  }

  /** The first `count` were sent, and nobody knows what became of them. */
  markTried(count: number): void {
    this.#groups = this.#groups.map((group, index) => (index < count ? { ...group, tried: true } : group))
  }

  dropFirst(): void {
    this.#groups = this.#groups.slice(1)
  }
}

/** What one call takes of many edits, in their order. */
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
 * The groups once more, on another state of the studio: carried over by core's rules, just as the studio will do it.
 * What is sent stays what the person made; a group that fits here without a change counts as made on this state.
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
