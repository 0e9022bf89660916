export interface JobHoldsOptions {
  /** Jobs of these kinds are to be interrupted. */
  readonly onHold: (kinds: readonly string[]) => void
  readonly onRelease: () => void
}

/** Kinds of which no job runs for now. */
export class JobHolds {
  readonly #options: JobHoldsOptions
  /** A kind for each time that it is held. */
  readonly #held: string[] = []

  constructor(options: JobHoldsOptions) {
    this.#options = options
  }

  /**
   * Interrupts jobs of these kinds; their finished work is kept, and they wait in their place until the returned
   * function is called.
   */
  hold(kinds: readonly string[]): () => void {
    this.#held.push(...kinds)
    this.#options.onHold(kinds)
    let isHolding = true
    return () => {
      if (!isHolding) return
      isHolding = false
      for (const kind of kinds) this.#held.splice(this.#held.indexOf(kind), 1)
      this.#options.onRelease()
    }
  }

  isHeld(kind: string): boolean {
    return this.#held.includes(kind)
  }
}
