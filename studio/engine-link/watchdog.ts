/** Minimum limit of a call, however fast the first chunks were: other programs may use the processor. */
const MIN_TIMEOUT_SECONDS = 20
/** Limit before any measurement. */
const FIRST_TIMEOUT_SECONDS = 120
/** The limit is this many times the slowest rate measured. */
const MULTIPLE = 15

/** A process that is given less of one core than this has stopped; a busy machine gives each more. */
const LEAST_SHARE = 0.05

/** What a process has used, in ms; `cpuMs` is null where the system does not tell. */
export interface Used {
  readonly atMs: number
  readonly cpuMs: number | null
}

/**
 * Whether an engine that has not answered within a limit works, only slowly, because other programs use the processor:
 * it used processor time since the last look, and for this call less than the limit.
 */
export function isKeptWaiting(limitSeconds: number, sent: Used, last: Used, now: Used): boolean {
  if (sent.cpuMs === null || last.cpuMs === null || now.cpuMs === null) return false
  return (
    now.cpuMs - sent.cpuMs < limitSeconds * 1_000 &&
    now.cpuMs - last.cpuMs >= LEAST_SHARE * (now.atMs - last.atMs)
  )
}

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
