import type { BlockStorage, KeptBlock } from './kept-block.ts'

/** Bytes of a second of one source. */
const SECOND = 48_000 * 2
/** While the studio answers, what it was sent outlives the page: more than this waits for a disk that is slow or stuck. */
export const MOST_IN_MEMORY = 3 * SECOND
/** While it is away: what a page that is killed loses. */
const MOST_IN_MEMORY_AWAY = 0.4 * SECOND
/** A storage that refuses is tried again after so much more sound. */
const TRIED_AGAIN_AFTER = 10 * SECOND
/** Size of one file in storage. */
const FILE_BYTES = 10 * SECOND

type Entry = { readonly kind: 'block'; readonly block: KeptBlock } | StoredFile

interface StoredFile {
  readonly kind: 'file'
  readonly file: number
  readonly bytes: number
  /** The lowest and highest sequence number of each source in it. */
  readonly first: ReadonlyMap<number, number>
  readonly last: ReadonlyMap<number, number>
  readonly atMs: number
  readonly lastAtMs: number
}

export interface BlockQueueOptions {
  readonly storage: BlockStorage | null
  /** Number of sources, whose sound is kept side by side. */
  readonly sources: number
  readonly mostInMemory?: number
  readonly mostInMemoryAway?: number
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
  #isAway = true
  /** Nothing is stored before there is this much: the storage refused. */
  #storesFrom = 0
  #hasToldError = false
  #isClosed = false
  #storing: Promise<void> = Promise.resolve()
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

  /** When the first of it was captured; null if nothing is kept. */
  get oldestAtMs(): number | null {
    const times = this.#entries.map((entry) => (entry.kind === 'block' ? entry.block.atMs : entry.atMs))
    return times.length === 0 ? null : Math.min(...times)
  }

  /** When the last block of it was captured; null if nothing is kept. */
  get newestAtMs(): number | null {
    const times = this.#entries.map((entry) => (entry.kind === 'block' ? entry.block.atMs : entry.lastAtMs))
    return times.length === 0 ? null : Math.max(...times)
  }

  /** The lowest number that is kept of a source; null if nothing is. */
  firstOf(source: number): number | null {
    const numbers = this.#entries.flatMap((entry) => {
      const first =
        entry.kind === 'file'
          ? entry.first.get(source)
          : entry.block.source === source
            ? entry.block.sequence
            : undefined
      return first === undefined ? [] : [first]
    })
    return numbers.length === 0 ? null : Math.min(...numbers)
  }

  /** Forgets what was captured from this time on, as far as it is in memory: the recording had ended. */
  dropFrom(atMs: number): void {
    const isWanted = (entry: Entry): boolean => entry.kind === 'file' || entry.block.atMs < atMs
    const sentBefore = this.#entries.slice(0, this.#next).filter(isWanted).length
    this.#entries = this.#entries.filter(isWanted)
    this.#next = sentBefore
    this.#memoryBytes = bytesOf(
      this.#entries.flatMap((entry) => (entry.kind === 'block' ? [entry.block] : [])),
    )
  }

  /** Stores all that is in memory; what the storage refuses stays there. */
  async flush(): Promise<void> {
    while (this.#isStoring) await this.#storing
    await this.#storeIfMuch(0)
  }

  /** Nothing is stored any more: the storage is deleted. */
  close(): void {
    this.#isClosed = true
  }

  /** While the studio is away nothing but the storage keeps what is captured, should the page be killed. */
  setAway(isAway: boolean): void {
    this.#isAway = isAway
    if (isAway) void this.#storeIfMuch(0)
  }

  /** Takes over files that an earlier page of the same recording stored; before the first block. */
  async takeStored(): Promise<void> {
    const { storage } = this.#options
    for (const file of (await storage?.list()) ?? []) {
      const blocks = (await storage?.read(file)) ?? []
      // A page that was killed while it wrote leaves an empty file.
      if (blocks.length === 0) continue
      this.#entries.push(storedFile(file, blocks))
      this.#storedBytes += bytesOf(blocks)
    }
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
    if (this.#memoryBytes === 0) this.#storesFrom = 0
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
    this.#options.storage?.remove(file).catch((error: unknown) => this.#tellOnce(error))
  }

  get #mostInMemory(): number {
    const { sources, mostInMemory = MOST_IN_MEMORY, mostInMemoryAway = MOST_IN_MEMORY_AWAY } = this.#options
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
      const stored = storedFile(await storage.store(blocks), blocks)
      this.#replace(new Set(blocks), stored)
    } catch (error) {
      // They stay in memory.
      this.#storesFrom = this.#memoryBytes + TRIED_AGAIN_AFTER
      this.#tellOnce(error)
    } finally {
      this.#isStoring = false
    }
  }

  #tellOnce(error: unknown): void {
    if (!this.#hasToldError && !this.#isClosed) this.#options.onError(error)
    this.#hasToldError = true
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
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  for (const { source, sequence } of blocks) {
    first.set(source, Math.min(sequence, first.get(source) ?? sequence))
    last.set(source, Math.max(sequence, last.get(source) ?? sequence))
  }
  const times = blocks.map((block) => block.atMs)
  const [atMs, lastAtMs] = [Math.min(...times), Math.max(...times)]
  return { kind: 'file', file, bytes: bytesOf(blocks), first, last, atMs, lastAtMs }
}

function bytesOf(blocks: readonly KeptBlock[]): number {
  return blocks.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
}
