import type { HoldReason } from '#contracts/calls/jobs'
import type { JobKind } from './job-kind.ts'

export interface JobHoldsOptions {
  readonly kinds: readonly Pick<JobKind, 'name' | 'waitsFor'>[]
  /** Jobs of these kinds must be interrupted. */
  readonly onHold: (kinds: readonly string[]) => void
  readonly onRelease: () => void
}

interface Hold {
  readonly reason: HoldReason
}

/** Reasons for which no job of some kinds runs at the moment. */
export class JobHolds {
  readonly #options: JobHoldsOptions
  readonly #holds = new Set<Hold>()

  constructor(options: JobHoldsOptions) {
    this.#options = options
  }

  /**
   * Interrupts jobs of the kinds that wait for this; their finished work is kept, and they wait in their place until
   * the returned function is called.
   */
  hold(reason: HoldReason): () => void {
    const hold: Hold = { reason }
    this.#holds.add(hold)
    const held = this.#options.kinds.filter(({ waitsFor }) => waitsFor.includes(reason))
    this.#options.onHold(held.map(({ name }) => name))
    return () => {
      if (this.#holds.delete(hold)) this.#options.onRelease()
    }
  }

  isHeld(kind: string): boolean {
    return this.reasonOf(kind) !== null
  }

  /** Why jobs of a kind wait: the oldest of several reasons; null if they may run. */
  reasonOf(kind: string): HoldReason | null {
    const waitsFor = this.#options.kinds.find(({ name }) => name === kind)?.waitsFor ?? []
    for (const { reason } of this.#holds) if (waitsFor.includes(reason)) return reason
    return null
  }
}
