import type { BlockStorage, KeptBlock } from './kept-block.ts'

/** Bytes per second of one source. */
const SECOND = 48_000 * 2
/**
 * While the studio is reachable, what it was sent survives the page: more than this is waiting for a slow or
 * stuck disk.
 */
export const MAX_IN_MEMORY = 3 * SECOND
/** While it is unreachable: the amount lost if the page is killed. */
const MAX_IN_MEMORY_AWAY = 0.4 * SECOND
/** After a refused write to storage, retries after this much more sound. */
const TRIED_AGAIN_AFTER = 10 * SECOND
/** Size of one file in storage. */
const FILE_BYTES = 10 * SECOND

/** A block without its sound. */
interface BlockFacts extends Omit<KeptBlock, 'bytes'> {
  readonly length: number
}

type Entry = { readonly kind: 'block'; readonly block: KeptBlock } | StoredFile

interface StoredFile {
  readonly kind: 'file'
  readonly file: number
  /** Its blocks that are still kept. */
  readonly blocks: readonly BlockFacts[]
}

export interface BlockQueueOptions {
  readonly storage: BlockStorage | null
  /** Number of sources, whose sound is stored together. */
  readonly sources: number
  readonly mostInMemory?: number
  readonly mostInMemoryAway?: number
  readonly onError: (error: unknown) => void
}

/**
 * Blocks that are not on disk yet, in the order of capture. Sent ones are kept until acknowledged, and sent
 * again after `rewind`.
 */
export class BlockQueue {
  readonly #options: BlockQueueOptions
  #entries: Entry[] = []
  /** Index of the next entry to send. */
  #next = 0
  #memoryBytes = 0
  #isStoring = false
  #isAway = true
  /** Nothing is stored before there is this much, because the storage refused. */
  #storesFrom = 0
  #hasReportedError = false
  #isClosed = false
  #storing: Promise<void> = Promise.resolve()

  constructor(options: BlockQueueOptions) {
    this.#options = options
  }

  /** Size in bytes of blocks not acknowledged, in memory and storage. */
  get keptBytes(): number {
    return this.#memoryBytes + this.storedBytes
  }

  get storedBytes(): number {
    return this.#entries.reduce(
      (sum, entry) =>
        entry.kind === 'block' ? sum : sum + entry.blocks.reduce((all, { length }) => all + length, 0),
      0,
    )
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  /** When the first of it was captured; null if nothing is kept. */
  get oldestAtMs(): number | null {
    return least(this.#facts.map(({ atMs }) => atMs))
  }

  /** When the last block of it was captured; null if nothing is kept. */
  get newestAtMs(): number | null {
    const times = this.#facts.map(({ atMs }) => atMs)
    return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b))
  }

  /** The lowest number kept of a source; null if none is. */
  firstOf(source: number): number | null {
    return least(this.#facts.filter((one) => one.source === source).map(({ sequence }) => sequence))
  }

  /** Drops what was captured from this time on, because the recording had ended. */
  dropFrom(atMs: number): void {
    this.#keepOnly((block) => block.atMs < atMs)
  }

  /** Stores everything in memory; what the storage refuses stays there. */
  async flush(): Promise<void> {
    while (this.#isStoring) await this.#storing
    await this.#storeIfMuch(0)
  }

  /** Stops storing, because the storage is deleted. */
  close(): void {
    this.#isClosed = true
  }

  /** While the studio is unreachable, only the storage preserves what is captured if the page is killed. */
  setAway(isAway: boolean): void {
    this.#isAway = isAway
    if (isAway) void this.#storeIfMuch(0)
  }

  /** Takes over files that an earlier page of the same recording stored; before the first block. */
  async takeStored(): Promise<void> {
    const { storage } = this.#options
    for (const file of (await storage?.list()) ?? []) {
      const blocks = (await storage?.read(file)) ?? []
      // A page killed while writing leaves an empty file.
      if (blocks.length === 0) continue
      this.#entries.push(storedFile(file, blocks))
    }
  }

  add(block: KeptBlock): void {
    this.#entries.push({ kind: 'block', block })
    this.#memoryBytes += block.bytes.byteLength
    void this.#storeIfMuch()
  }

  /** Every block of the source with a lower number is on disk. */
  acknowledge(source: number, sequence: number): void {
    if (this.#memoryBytes === 0) this.#storesFrom = 0
    this.#keepOnly((block) => block.source !== source || block.sequence >= sequence)
  }

  #keepOnly(isKept: (block: BlockFacts) => boolean): void {
    const kept: Entry[] = []
    let sent = 0
    for (const [index, entry] of this.#entries.entries()) {
      const left = this.#leftOf(entry, isKept)
      if (left === null) continue
      kept.push(left)
      if (index < this.#next) sent += 1
    }
    this.#entries = kept
    this.#next = sent
  }

  #leftOf(entry: Entry, isKept: (block: BlockFacts) => boolean): Entry | null {
    if (entry.kind === 'block') {
      if (isKept(factsOf(entry.block))) return entry
      this.#memoryBytes -= entry.block.bytes.byteLength
      return null
    }
    const blocks = entry.blocks.filter(isKept)
    if (blocks.length > 0) return { ...entry, blocks }
    this.#remove(entry.file)
    return null
  }

  get #facts(): readonly BlockFacts[] {
    return this.#entries.flatMap((entry) => (entry.kind === 'block' ? [factsOf(entry.block)] : entry.blocks))
  }

  /**
   * What to send next; empty if everything was sent. A file counts as one entry and is read when its turn
   * comes.
   */
  async take(): Promise<readonly KeptBlock[]> {
    const entry = this.#entries[this.#next]
    if (entry === undefined) return []
    this.#next += 1
    if (entry.kind === 'block') return [entry.block]
    const read = (await this.#options.storage?.read(entry.file)) ?? []
    return read.filter((block) => entry.blocks.some((one) => isSame(one, block)))
  }

  get hasUnsent(): boolean {
    return this.#next < this.#entries.length
  }

  /** Everything not acknowledged is sent again. */
  rewind(): void {
    this.#next = 0
  }

  #remove(file: number): void {
    this.#options.storage?.remove(file).catch((error: unknown) => this.#tellOnce(error))
  }

  get #mostInMemory(): number {
    const { sources, mostInMemory = MAX_IN_MEMORY, mostInMemoryAway = MAX_IN_MEMORY_AWAY } = this.#options
    return Math.max(this.#storesFrom, sources * (this.#isAway ? mostInMemoryAway : mostInMemory))
  }

  /** Moves the oldest blocks in memory to storage; they stay in memory until they are stored. */
  async #storeIfMuch(most = this.#mostInMemory): Promise<void> {
    const { storage } = this.#options
    if (storage === null || this.#isStoring || this.#isClosed || this.#memoryBytes <= most) return
    this.#isStoring = true
    this.#storing = this.#storeSome(storage)
    await this.#storing
    if (this.#memoryBytes > this.#mostInMemory) await this.#storeIfMuch()
  }

  async #storeSome(storage: BlockStorage): Promise<void> {
    try {
      const blocks: KeptBlock[] = []
      for (const entry of this.#entries)
        if (entry.kind === 'block' && bytesOf(blocks) < FILE_BYTES) blocks.push(entry.block)
      this.#replace(new Set(blocks), await storage.store(blocks))
    } catch (error) {
      // They stay in memory.
      this.#storesFrom = this.#memoryBytes + TRIED_AGAIN_AFTER
      this.#tellOnce(error)
    } finally {
      this.#isStoring = false
    }
  }

  #tellOnce(error: unknown): void {
    if (!this.#hasReportedError && !this.#isClosed) this.#options.onError(error)
    this.#hasReportedError = true
  }

  /** Blocks acknowledged meanwhile are no longer in memory; the file is deleted when all of it is. */
  #replace(blocks: ReadonlySet<KeptBlock>, file: number): void {
    const isMoved = (entry: Entry): boolean => entry.kind === 'block' && blocks.has(entry.block)
    const at = this.#entries.findIndex(isMoved)
    if (at === -1) {
      this.#remove(file)
      return
    }
    const moved = this.#entries.flatMap((entry) =>
      entry.kind === 'block' && blocks.has(entry.block) ? [entry.block] : [],
    )
    // A file that was sent in part is sent again as a whole: duplicates are dropped.
    const sentBefore = this.#entries.slice(0, this.#next).filter((entry) => !isMoved(entry)).length
    const wasSent = this.#entries.every((entry, index) => !isMoved(entry) || index < this.#next)
    this.#memoryBytes -= bytesOf(moved)
    const rest = this.#entries.filter((entry) => !isMoved(entry))
    this.#entries = [...rest.slice(0, at), storedFile(file, moved), ...rest.slice(at)]
    this.#next = wasSent ? sentBefore + 1 : Math.min(sentBefore, at)
  }
}

function storedFile(file: number, blocks: readonly KeptBlock[]): StoredFile {
  return { kind: 'file', file, blocks: blocks.map(factsOf) }
}

const factsOf = ({ source, sequence, atMs, bytes }: KeptBlock): BlockFacts => ({
  source,
  sequence,
  atMs,
  length: bytes.byteLength,
})

const isSame = (one: BlockFacts, other: KeptBlock): boolean =>
  one.source === other.source && one.sequence === other.sequence

/** Null if empty; not Math.min, as hours of blocks are too many arguments for one call. */
const least = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((a, b) => Math.min(a, b))

function bytesOf(blocks: readonly KeptBlock[]): number {
  return blocks.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
}
