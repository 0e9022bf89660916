import type { ChildProcess } from 'node:child_process'
import type { Fault } from '#contracts/errors'

/** A killed process that has not ended by then waits for a drive that does not answer: it is left behind. */
export const LEFT_AFTER_MS = 2_000

/** Ends a child process early, for the first of several reasons. */
export class ChildStop {
  /** Rejects with the reason once the process is left behind; never if it ends. */
  readonly left: Promise<never>
  readonly #child: ChildProcess
  readonly #leave: (reason: Fault) => void
  #reason: Fault | null = null

  constructor(child: ChildProcess) {
    const { promise, reject } = Promise.withResolvers<never>()
    this.#child = child
    this.#leave = reject
    this.left = promise
    // Whoever waits for the process waits for this too, unless it ended before.
    promise.catch(() => undefined)
  }

  get reason(): Fault | null {
    return this.#reason
  }

  stop(reason: Fault): void {
    if (this.#reason !== null) return
    this.#reason = reason
    const child = this.#child
    child.kill('SIGKILL')
    const timer = setTimeout(() => {
      child.unref()
      child.stdout?.destroy()
      child.stderr?.destroy()
      this.#leave(reason)
    }, LEFT_AFTER_MS)
    child.once('close', () => clearTimeout(timer))
  }
}
