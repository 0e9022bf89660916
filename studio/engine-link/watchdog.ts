/** Minimum limit of a call, however fast the first chunks were: other programs may use the processor. */
const MIN_TIMEOUT_SECONDS = 20
/** Limit before any measurement. */
const FIRST_TIMEOUT_SECONDS = 120
/** The limit is this many times the slowest rate measured. */
const MULTIPLE = 15

/** Limit for an engine's silence, derived from the duration of earlier calls. All values in seconds. */
export class Watchdog {
  readonly #minTimeout: number
  #slowest = 0

  constructor(minTimeoutSeconds = MIN_TIMEOUT_SECONDS) {
    this.#minTimeout = minTimeoutSeconds
  }

  /** Records that a call on `soundSeconds` of audio took `tookSeconds`. */
  learn(soundSeconds: number, tookSeconds: number): void {
    this.#slowest = Math.max(this.#slowest, tookSeconds / Math.max(1, soundSeconds))
  }

  timeoutSeconds(soundSeconds: number): number {
    if (this.#slowest === 0)
      return Math.max(this.#minTimeout, Math.min(FIRST_TIMEOUT_SECONDS, this.#minTimeout * 6))
    return Math.max(this.#minTimeout, MULTIPLE * this.#slowest * Math.max(1, soundSeconds))
  }
}
