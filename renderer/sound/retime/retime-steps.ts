/** Key presses within this time form one undo step. */
const ONE_STEP_MS = 1_500

/** Assigns moves of an edge to undo steps: consecutive key presses share one, each drag has its own. */
export class RetimeSteps {
  #last: { readonly stepId: string; readonly at: number } | null = null

  /** @param now ms of a monotonic clock */
  stepOf(how: 'dragged' | 'key', now: number, newId: () => string): string {
    const goesOn = how === 'key' && this.#last !== null && now - this.#last.at < ONE_STEP_MS
    const stepId = goesOn && this.#last !== null ? this.#last.stepId : newId()
    this.#last = how === 'key' ? { stepId, at: now } : null
    return stepId
  }
}
