import type { SoundBlock } from './block.ts'

/** This many blocks are held for a missing one before it counts as lost. */
const MAX_WAITING = 6

/** Orders the blocks of one source by number and drops duplicates. */
export class BlockOrder {
  readonly #waiting = new Map<number, SoundBlock>()
  #next: number
  #repeats = 0

  /** The number of the first block. */
  constructor(next = 0) {
    this.#next = next
  }

  /** The lowest number not returned yet. */
  get next(): number {
    return this.#next
  }

  /** One more than the highest number received. */
  get receivedUpTo(): number {
    return Math.max(this.#next, ...[...this.#waiting.keys()].map((sequence) => sequence + 1))
  }

  /** How many duplicate blocks were dropped. */
  get repeats(): number {
    return this.#repeats
  }

  /** The blocks that follow the last returned ones, in order. */
  add(block: SoundBlock): SoundBlock[] {
    if (block.sequence < this.#next || this.#waiting.has(block.sequence)) {
      this.#repeats += 1
      return []
    }
    this.#waiting.set(block.sequence, block)
    const ready = this.#takeReady()
    while (this.#waiting.size > MAX_WAITING) {
      this.#next = Math.min(...this.#waiting.keys())
      ready.push(...this.#takeReady())
    }
    return ready
  }

  /** All held blocks, in order. */
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
