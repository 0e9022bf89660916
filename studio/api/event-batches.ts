import type { LibraryEvent } from '../library/library.ts'

const GATHER_MS = 50

/** Collects events and delivers them in order, at most every 50 ms. */
export class EventBatches {
  readonly #deliver: (events: LibraryEvent[]) => void
  #waiting: LibraryEvent[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(deliver: (events: LibraryEvent[]) => void) {
    this.#deliver = deliver
  }

  add(event: LibraryEvent): void {
    this.#waiting.push(event)
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS)
  }

  /** Discards events that have not been delivered yet. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waiting = []
  }

  #flush(): void {
    this.#timer = undefined
    const events = this.#waiting
    this.#waiting = []
    this.#deliver(events)
  }
}
