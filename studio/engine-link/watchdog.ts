/** Minimum limit of a call, however fast the first chunks were: other programs may use the processor. */
const MIN_PATIENCE_SECONDS = 20
/** Limit before anything was measured. */
const FIRST_PATIENCE_SECONDS = 120
/** The limit is this many times the slowest rate measured. */
const MULTIPLE = 15

/** Limit for an engine's silence, derived from the duration of earlier calls. All values in seconds. */
export class Watchdog {
  readonly #minPatience: number
  #slowest = 0

  constructor(minPatienceSeconds = MIN_PATIENCE_SECONDS) {
    this.#minPatience = minPatienceSeconds
  }

  /** Records that a call on `soundSeconds` of audio took `tookSeconds`. */
  learn(soundSeconds: number, tookSeconds: number): void {
    this.#slowest = Math.max(this.#slowest, tookSeconds / Math.max(1, soundSeconds))
  }

  patience(soundSeconds: number): number {
    if (this.#slowest === 0)
      return Math.max(this.#minPatience, Math.min(FIRST_PATIENCE_SECONDS, this.#minPatience * 6))
    return Math.max(this.#minPatience, MULTIPLE * this.#slowest * Math.max(1, soundSeconds))
  }
}
