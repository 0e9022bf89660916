import type { LibraryEvent } from '../library/library.ts'

const GATHER_MS = 50

/** Gathers events and hands them on in their order, at most every 50 ms. */
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

  /** What still waits is not delivered any more. */
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
