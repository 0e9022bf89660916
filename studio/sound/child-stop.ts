import type { ChildProcess } from 'node:child_process'
import type { Fault } from '#contracts/errors'

/** A killed process that has not ended by then is waiting for an unresponsive drive: it is abandoned. */
export const LEFT_AFTER_MS = 2_000

/** Ends a child process early, for the first of several reasons. */
export class ChildStop {
  /** Rejects with the reason once the process is abandoned; never if it ends. */
  readonly left: Promise<never>
  readonly #child: ChildProcess
  readonly #leave: (reason: Fault) => void
  #reason: Fault | null = null

  constructor(child: ChildProcess) {
    const { promise, reject } = Promise.withResolvers<never>()
    this.#child = child
    this.#leave = reject
    this.left = promise
    // Callers that wait for the process also await this, unless it ended before; this avoids an unhandled
    // rejection.
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
