/** Keys that follow one another so soon are one step of undo. */
const ONE_STEP_MS = 1_500

/** Which step of undo a move of an edge belongs to: a run of keys is one, each drag is its own. */
export class RetimeSteps {
  #last: { readonly stepId: string; readonly at: number } | null = null

  /** @param now ms of a clock that only rises */
  stepOf(how: 'dragged' | 'key', now: number, newId: () => string): string {
    const goesOn = how === 'key' && this.#last !== null && now - this.#last.at < ONE_STEP_MS
    const stepId = goesOn && this.#last !== null ? this.#last.stepId : newId()
    this.#last = how === 'key' ? { stepId, at: now } : null
    return stepId
  }
}
