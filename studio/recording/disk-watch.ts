import { freeBytes } from '../sound/free-space.ts'
import { RECORDING_RATE } from '#core/recording/block'
import { BYTES_PER_FRAME } from './wav-part.ts'

const LOOK_EVERY_MS = 10_000
const WARN_SECONDS = 30 * 60
/** Less room than for two looks: the recording ends while it can still end well. */
const LEAST_SECONDS = 2 * (LOOK_EVERY_MS / 1000)

export interface DiskWatchOptions {
  readonly folder: string
  readonly sources: number
  /** Room for 30 more minutes is left; called once, and again after there was more. */
  readonly onLow: (minutes: number) => void
  readonly onFull: () => void
  readonly onError: (error: unknown) => void
  /** For tests. */
  readonly lookEveryMs?: number
}

/** Bytes that a second of recording takes. */
export function bytesPerSecond(sources: number): number {
  return sources * RECORDING_RATE * BYTES_PER_FRAME
}

/** How many seconds fit on the disk. */
export async function roomInSeconds(folder: string, sources: number): Promise<number> {
  return (await freeBytes(folder)) / bytesPerSecond(sources)
}

/** Looks at the free room every 10 s. */
export class DiskWatch {
  readonly #options: DiskWatchOptions
  readonly #timer: NodeJS.Timeout
  #isLow = false
  #roomSeconds: number | null = null

  constructor(options: DiskWatchOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.look(), options.lookEveryMs ?? LOOK_EVERY_MS).unref()
  }

  /** For how long the disk has room; null before the first look. */
  get roomSeconds(): number | null {
    return this.#roomSeconds
  }

  async look(): Promise<void> {
    const { folder, sources, onLow, onFull, onError } = this.#options
    try {
      const seconds = await roomInSeconds(folder, sources)
      this.#roomSeconds = seconds
      if (seconds < LEAST_SECONDS) onFull()
      else if (seconds >= WARN_SECONDS) this.#isLow = false
      else if (!this.#isLow) {
        this.#isLow = true
        onLow(Math.floor(seconds / 60))
      }
    } catch (error) {
      onError(error)
    }
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
