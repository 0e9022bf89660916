/** However quick the first chunks were, a call gets this long: another program may hold the machine. */
const MIN_PATIENCE_SECONDS = 20
/** Before anything was measured. */
const FIRST_PATIENCE_SECONDS = 120
/** So many times what a chunk of that length usually takes. */
const MULTIPLE = 15

/** How long an engine may be silent, learnt from what the first calls took. Seconds throughout. */
export class Watchdog {
  readonly #minPatience: number
  #slowest = 0

  constructor(minPatienceSeconds = MIN_PATIENCE_SECONDS) {
    this.#minPatience = minPatienceSeconds
  }

  /** A call over `soundSeconds` of sound took `tookSeconds`. */
  learn(soundSeconds: number, tookSeconds: number): void {
    this.#slowest = Math.max(this.#slowest, tookSeconds / Math.max(1, soundSeconds))
  }

  patience(soundSeconds: number): number {
    if (this.#slowest === 0)
      return Math.max(this.#minPatience, Math.min(FIRST_PATIENCE_SECONDS, this.#minPatience * 6))
    return Math.max(this.#minPatience, MULTIPLE * this.#slowest * Math.max(1, soundSeconds))
  }
}
