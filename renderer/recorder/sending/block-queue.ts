import type { BlockStorage, KeptBlock } from './kept-block.ts'

/** More than this of unsent sound is moved from memory to storage: bytes of 60 s of one source. */
export const MOST_IN_MEMORY = 60 * 48_000 * 2
/** Size of one file in storage. */
const FILE_BYTES = 10 * 48_000 * 2

type Entry = { readonly kind: 'block'; readonly block: KeptBlock } | StoredFile

interface StoredFile {
  readonly kind: 'file'
  readonly file: number
  readonly bytes: number
  /** The highest sequence number of each source in it. */
  readonly last: ReadonlyMap<number, number>
}

export interface BlockQueueOptions {
  readonly storage: BlockStorage | null
  readonly mostInMemory?: number
  readonly onError: (error: unknown) => void
}

/**
 * Blocks that are not on disk yet, in the order in which they were captured. What was sent stays until it is
 * acknowledged, and is sent again after `rewind`.
 */
export class BlockQueue {
  readonly #options: BlockQueueOptions
  #entries: Entry[] = []
  /** Index of the entry that is sent next. */
  #next = 0
  #memoryBytes = 0
  #storedBytes = 0
  #isStoring = false
  readonly #safe = new Map<number, number>()

  constructor(options: BlockQueueOptions) {
    this.#options = options
  }

  /** Blocks that are not acknowledged, in bytes, in memory and storage. */
  get keptBytes(): number {
    return this.#memoryBytes + this.#storedBytes
  }

  get storedBytes(): number {
    return this.#storedBytes
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  /** The first block that is kept in memory. */
  get oldest(): KeptBlock | null {
    const first = this.#entries[0]
    return first?.kind === 'block' ? first.block : null
  }

  /** Takes over files that an earlier page of the same recording stored; before the first block. */
  async takeStored(): Promise<void> {
    const { storage } = this.#options
    for (const file of (await storage?.list()) ?? []) {
      const blocks = (await storage?.read(file)) ?? []
      this.#entries.push(storedFile(file, blocks))
      this.#storedBytes += bytesOf(blocks)
    }
  }

  /** One more than the highest number of the source in files that were taken over; 0 without any. */
  nextAfterStored(source: number): number {
    const files = this.#entries.filter((entry) => entry.kind === 'file')
    return Math.max(0, ...files.map(({ last }) => (last.get(source) ?? -1) + 1))
  }

  add(block: KeptBlock): void {
    this.#entries.push({ kind: 'block', block })
    this.#memoryBytes += block.bytes.byteLength
    void this.#storeIfMuch()
  }

  /** Every block of the source with a lower number is on disk. */
  acknowledge(source: number, sequence: number): void {
    this.#safe.set(source, Math.max(sequence, this.#safe.get(source) ?? 0))
    const isSafe = (of: number, number: number): boolean => number < (this.#safe.get(of) ?? 0)
    let before = 0
    this.#entries = this.#entries.filter((entry, index) => {
      const done =
        entry.kind === 'block'
          ? isSafe(entry.block.source, entry.block.sequence)
          : [...entry.last].every(([of, number]) => isSafe(of, number))
      if (!done) return true
      if (entry.kind === 'block') this.#memoryBytes -= entry.block.bytes.byteLength
      else this.#forget(entry)
      if (index < this.#next) before += 1
      return false
    })
    this.#next -= before
  }

  /** What to send next; none if all was sent. A file counts as one and is read when its turn comes. */
  async take(): Promise<readonly KeptBlock[]> {
    const entry = this.#entries[this.#next]
    if (entry === undefined) return []
    this.#next += 1
    if (entry.kind === 'block') return [entry.block]
    return (await this.#options.storage?.read(entry.file)) ?? []
  }

  get hasUnsent(): boolean {
    return this.#next < this.#entries.length
  }

  /** All that is not acknowledged is sent again. */
  rewind(): void {
    this.#next = 0
  }

  #forget({ file, bytes }: StoredFile): void {
    this.#storedBytes -= bytes
    this.#options.storage?.remove(file).catch(this.#options.onError)
  }

  /** Moves the oldest blocks in memory to storage; they stay in memory until they are stored. */
  async #storeIfMuch(): Promise<void> {
    const { storage, mostInMemory = MOST_IN_MEMORY, onError } = this.#options
    if (storage === null || this.#isStoring || this.#memoryBytes <= mostInMemory) return
    this.#isStoring = true
    try {
      const blocks: KeptBlock[] = []
      for (const entry of this.#entries)
        if (entry.kind === 'block' && bytesOf(blocks) < FILE_BYTES) blocks.push(entry.block)
      const stored = storedFile(await storage.store(blocks), blocks)
      this.#replace(new Set(blocks), stored)
    } catch (error) {
      // They stay in memory.
      onError(error)
    } finally {
      this.#isStoring = false
    }
  }

  /** What was acknowledged meanwhile is no longer in memory; the file goes when all of it is. */
  #replace(blocks: ReadonlySet<KeptBlock>, stored: StoredFile): void {
    const isMoved = (entry: Entry): boolean => entry.kind === 'block' && blocks.has(entry.block)
    const at = this.#entries.findIndex(isMoved)
    if (at === -1) {
      this.#storedBytes += stored.bytes
      this.#forget(stored)
      return
    }
    // A file that was sent in part is sent again as a whole: repeats are dropped.
    const sentBefore = this.#entries.slice(0, this.#next).filter((entry) => !isMoved(entry)).length
    const wasSent = this.#entries.every((entry, index) => !isMoved(entry) || index < this.#next)
    for (const entry of this.#entries)
      if (entry.kind === 'block' && blocks.has(entry.block)) this.#memoryBytes -= entry.block.bytes.byteLength
    const rest = this.#entries.filter((entry) => !isMoved(entry))
    this.#entries = [...rest.slice(0, at), stored, ...rest.slice(at)]
    this.#storedBytes += stored.bytes
    this.#next = wasSent ? sentBefore + 1 : Math.min(sentBefore, at)
  }
}

function storedFile(file: number, blocks: readonly KeptBlock[]): StoredFile {
  const last = new Map<number, number>()
  for (const { source, sequence } of blocks) last.set(source, Math.max(sequence, last.get(source) ?? 0))
  return { kind: 'file', file, bytes: bytesOf(blocks), last }
}

function bytesOf(blocks: readonly KeptBlock[]): number {
  return blocks.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
}
