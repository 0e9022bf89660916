import { STALLED } from './ledger.ts'

/** Aborts its signal when nothing has happened for a while, or when the given signal aborts. */
export class StallLimit {
  readonly #controller = new AbortController()
  readonly #ms: number
  readonly #outer: AbortSignal
  #timer: NodeJS.Timeout | undefined
  #isStalled = false

  constructor(ms: number, outer: AbortSignal) {
    this.#ms = ms
    this.#outer = outer
    outer.addEventListener('abort', this.#onAbort, { once: true })
    if (outer.aborted) this.#onAbort()
    else this.touch()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  get isStalled(): boolean {
    return this.#isStalled
  }

  /** Called whenever something happens. */
  touch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#isStalled = true
      this.#controller.abort(STALLED)
    }, this.#ms)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#outer.removeEventListener('abort', this.#onAbort)
  }

  readonly #onAbort = (): void => {
    clearTimeout(this.#timer)
    this.#controller.abort(this.#outer.reason)
  }
}
