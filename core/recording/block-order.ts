import type { SoundBlock } from './block.ts'

/** So many blocks are kept back for a missing one before it counts as lost. */
const MOST_WAITING = 6

/** Puts the blocks of one source in order of their numbers and drops those that were there already. */
export class BlockOrder {
  readonly #waiting = new Map<number, SoundBlock>()
  #next: number
  #repeats = 0

  /** The number of the first block. */
  constructor(next = 0) {
    this.#next = next
  }

  /** The lowest number that has not come out yet. */
  get next(): number {
    return this.#next
  }

  /** One more than the highest number that came. */
  get receivedUpTo(): number {
    return Math.max(this.#next, ...[...this.#waiting.keys()].map((sequence) => sequence + 1))
  }

  /** How many blocks were dropped as repeats. */
  get repeats(): number {
    return this.#repeats
  }

  /** The blocks that follow the last ones that came out, in order. */
  add(block: SoundBlock): SoundBlock[] {
    if (block.sequence < this.#next || this.#waiting.has(block.sequence)) {
      this.#repeats += 1
      return []
    }
    this.#waiting.set(block.sequence, block)
    const ready = this.#takeReady()
    while (this.#waiting.size > MOST_WAITING) {
      this.#next = Math.min(...this.#waiting.keys())
      ready.push(...this.#takeReady())
    }
    return ready
  }

  /** Everything kept back, in order. */
  finish(): SoundBlock[] {
    const rest = [...this.#waiting.values()].toSorted((a, b) => a.sequence - b.sequence)
    this.#waiting.clear()
    this.#next = Math.max(this.#next, ...rest.map(({ sequence }) => sequence + 1))
    return rest
  }

  #takeReady(): SoundBlock[] {
    const ready: SoundBlock[] = []
    for (let block = this.#waiting.get(this.#next); block; block = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next)
      this.#next += 1
      ready.push(block)
    }
    return ready
  }
}
