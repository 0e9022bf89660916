/** What jobs wait for: the end of a recording with live text, mains power, or idle time. */
export type HoldReason = 'recording' | 'battery' | 'idle'

export interface JobHoldsOptions {
  /** Called with the kinds whose jobs must be interrupted. */
  readonly onHold: (kinds: readonly string[]) => void
  readonly onRelease: () => void
}

interface Hold {
  readonly kinds: readonly string[]
  readonly reason: HoldReason
}

/** Kinds of jobs that must not run for now. */
export class JobHolds {
  readonly #options: JobHoldsOptions
  readonly #holds = new Set<Hold>()

  constructor(options: JobHoldsOptions) {
    this.#options = options
  }

  /**
   * Interrupts jobs of these kinds, keeping their finished work; they keep their place in the queue and wait
   * until the returned function is called.
   */
  hold(kinds: readonly string[], reason: HoldReason): () => void {
    const hold: Hold = { kinds, reason }
    this.#holds.add(hold)
    this.#options.onHold(kinds)
    return () => {
      if (this.#holds.delete(hold)) this.#options.onRelease()
    }
  }

  isHeld(kind: string): boolean {
    return this.reasonOf(kind) !== null
  }

  /** Why jobs of a kind wait: the oldest of several reasons; null if they may run. */
  reasonOf(kind: string): HoldReason | null {
    for (const { kinds, reason } of this.#holds) if (kinds.includes(kind)) return reason
    return null
  }
}
