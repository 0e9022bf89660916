import type { JobHolds } from '../queue/job-holds.ts'
import type { Library, Watch } from '../library/library.ts'
import { readPreferences } from '../preferences.ts'
import { isOnBattery } from './battery.ts'

/** Polling interval: the system sends no event. */
const POWER_EVERY_MS = 15_000

export interface PowerChoicesOptions {
  readonly library: Library
  readonly onError: (error: unknown) => void
  /** Whether the computer runs on battery; default: as reported by the system. */
  readonly isOnBattery?: (() => Promise<boolean>) | undefined
  readonly powerEveryMs?: number | undefined
}

/**
 * The person's choices about the power that jobs use: low priority, and waiting while the computer runs on
 * battery.
 */
export class PowerChoices {
  readonly #options: PowerChoicesOptions
  #isLowPriority = false
  #waits = false
  #holds: Pick<JobHolds, 'hold'> | undefined
  /** Releases held jobs; undefined while they may run. */
  #letGo: (() => void) | undefined
  #watch: Watch | undefined
  #timer: NodeJS.Timeout | undefined
  #work: Promise<void> = Promise.resolve()

  constructor(options: PowerChoicesOptions) {
    this.#options = options
  }

  /** For processes started from now on: a running one's priority cannot be raised again. */
  get isLowPriority(): boolean {
    return this.#isLowPriority
  }

  /** Reads the preferences and the power state. */
  async look(): Promise<void> {
    const { lowPriority, waitsForPower } = await readPreferences(this.#options.library)
    this.#isLowPriority = lowPriority
    this.#waits = waitsForPower && (await (this.#options.isOnBattery ?? isOnBattery)())
    this.#applyHold()
  }

  /** From now on, holds jobs back if that is chosen. */
  start(holds: Pick<JobHolds, 'hold'>): void {
    this.#holds = holds
    this.#applyHold()
    const { library, powerEveryMs = POWER_EVERY_MS } = this.#options
    this.#watch = library.watch(({ kind }) => {
      if (kind === 'setting-changed' || kind === 'events-missed') this.#lookAgain()
    })
    this.#timer = setInterval(() => this.#lookAgain(), powerEveryMs)
    this.#timer.unref()
  }

  /** Keeps its hold: the runner is closed next. */
  async close(): Promise<void> {
    this.#watch?.stop()
    clearInterval(this.#timer)
    await this.#work
  }

  #lookAgain(): void {
    this.#work = this.#work.then(() => this.look()).catch(this.#options.onError)
  }

  #applyHold(): void {
    if (this.#waits) this.#letGo ??= this.#holds?.hold('battery')
    else {
      this.#letGo?.()
      this.#letGo = undefined
    }
  }
}
