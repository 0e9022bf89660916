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
  /** Omitted: all that wait for this. */
  readonly only?: readonly string[] | undefined
}

/** Reasons for which no job of some kinds runs at the moment. */
export class JobHolds {
  readonly #options: JobHoldsOptions
  readonly #holds = new Set<Hold>()

  constructor(options: JobHoldsOptions) {
    this.#options = options
  }

  /**
   * Interrupts jobs of the kinds that wait for this, of those named in `only` if it is given; their finished work is kept,
   * and they wait in their place until the returned function is called.
   */
  hold(reason: HoldReason, only?: readonly string[]): () => void {
    const hold: Hold = { reason, only }
    this.#holds.add(hold)
    this.#options.onHold(this.#options.kinds.flatMap(({ name }) => (this.#holdsKind(hold, name) ? name : [])))
    return () => {
      if (this.#holds.delete(hold)) this.#options.onRelease()
    }
  }

  isHeld(kind: string): boolean {
    return this.reasonOf(kind) !== null
  }

  /** Why jobs of a kind wait: the oldest of several reasons; null if they may run. */
  reasonOf(kind: string): HoldReason | null {
    for (const hold of this.#holds) if (this.#holdsKind(hold, kind)) return hold.reason
    return null
  }

  #holdsKind({ reason, only }: Hold, kind: string): boolean {
    const waitsFor = this.#options.kinds.find(({ name }) => name === kind)?.waitsFor ?? []
    return waitsFor.includes(reason) && (only?.includes(kind) ?? true)
  }
}
