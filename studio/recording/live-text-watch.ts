import { liveTextMaker } from './live-marker.ts'

/** A check reads one folder, which is empty unless something is being recorded. */
const LOOK_EVERY_MS = 1_000

export interface LiveTextWatchOptions {
  readonly dataFolder: string
  /** Ids of recordings made by this program. */
  readonly own?: () => ReadonlySet<string>
  /** Another program makes live text of a recording; null: none does any more. */
  readonly onChange: (pid: number | null) => void
  readonly onError: (error: unknown) => void
}

/** Checks whether another program makes live text of a recording in this library. */
export class LiveTextWatch {
  readonly #options: LiveTextWatchOptions
  readonly #timer: NodeJS.Timeout
  #looking: Promise<void> | null = null
  #pid: number | null = null
  #isStopped = false

  constructor(options: LiveTextWatchOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref()
  }

  /** Resolves after checking, and after reporting any change. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch(this.#options.onError)
      .finally(() => (this.#looking = null))
    return this.#looking
  }

  stop(): void {
    this.#isStopped = true
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    const { dataFolder, own = () => new Set<string>(), onChange } = this.#options
    const pid = await liveTextMaker(dataFolder, own())
    if (this.#isStopped || pid === this.#pid) return
    this.#pid = pid
    onChange(pid)
  }
}
