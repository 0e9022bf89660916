import { mkdir, rm } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import type { SoundBlock } from '#core/recording/block'
import type { NotedEntry, StopReason } from '#core/recording/journal-entry'
import type { JournalState } from '#core/recording/journal-state'
import { diskFault } from '../faults/disk-fault.ts'
import { joinSpool } from './join-spool.ts'
import { readJournalState } from './journal-file.ts'
import { readSource } from './read-source.ts'
import { RecorderLease } from './recorder-lease.ts'
import { LOOK_EVERY_MS } from './space-on-disk.ts'
import { dropSpoolPlace, makeSpoolPlace } from './spool-place.ts'
import { PART_FRAMES } from './writing/part-frames.ts'
import { partFramesOf } from './writing/what-is-there.ts'
import { WriterCalls, type WriterNews } from './writing/writer-calls.ts'
import type { ChangeEntry, WriterData } from './writing/writer-messages.ts'
import type { KeptBlocks, SafeSound, TakeOverOptions, WriterOptions } from './writer-options.ts'

const SYNC_EVERY_MS = 1_000

/**
 * Writes a recording while it is made, in a separate thread: one file per source, and the journal next to
 * them. Requests are carried out in order.
 */
export class RecordingWriter {
  readonly folder: string
  readonly #options: WriterOptions
  readonly #partFrames: number
  readonly #lease: RecorderLease
  readonly #calls: WriterCalls
  readonly #received: number[]
  #sentBytes = 0
  #takenBytes = 0
  #memoryBytes = 0
  #frames: readonly number[] = []
  #writtenFrames: readonly number[] = []
  #safe: readonly SafeSound[]
  #secondsLeft: number | null = null
  #isPaused: boolean
  #stopping: Promise<void> | null = null
  #endedAtMs = Infinity
  #ended: () => void = () => undefined
  readonly #end = new Promise<void>((resolve) => (this.#ended = resolve))
  #isOver = false

  private constructor(options: WriterOptions, lease: RecorderLease, data: WriterData) {
    const { folder, start } = options
    const { state, firstSequences } = data
    this.#options = options
    this.folder = folder
    this.#lease = lease
    lease.onLost = () => this.#stopWriting()
    this.#partFrames = data.partFrames
    this.#safe = start.sources.map((_, source) => ({
      source,
      ...(state?.synced[source] ?? { sequence: firstSequences[source] ?? 0, frames: 0 }),
    }))
    this.#received = this.#safe.map(({ sequence }) => sequence)
    this.#isPaused = state?.isPaused ?? false
    this.#calls = new WriterCalls({
      data,
      onNews: (news) => this.#onNews(news),
      onError: options.onError,
      onExit: () => void this.#over(null),
    })
  }

  /**
   * Faults: `disk.full` if there is no space for one minute, `disk.read-only`, `disk.failed`; then nothing is
   * left.
   */
  static async start(options: WriterOptions): Promise<RecordingWriter> {
    const { folder } = options
    try {
      await mkdir(folder, { recursive: true })
      const lease = await RecorderLease.take(folder)
      if (lease === null) throw new Error(`${folder} has a writer`)
      try {
        return await RecordingWriter.#open(options, lease, null)
      } catch (error) {
        await lease.release()
        throw error
      }
    } catch (error) {
      await dropSpoolPlace(folder)
      await rm(folder, { recursive: true, force: true })
      throw diskFault(error, folder)
    }
  }

  /**
   * Continues in the folder of a killed writer; null if a live process writes there, or if it was stopped,
   * which may become known only when data kept elsewhere is joined. Sound may be appended once `rejoin` has
   * resolved. Faults: those of the disk.
   */
  static async takeOver({ state, ...options }: TakeOverOptions): Promise<RecordingWriter | null> {
    const { folder } = options
    const lease = await RecorderLease.take(folder)
    if (lease === null) return null
    try {
      await joinSpool(folder)
      const newest = (await readJournalState(folder)) ?? state
      if (newest.stopped !== null) {
        await lease.release()
        return null
      }
      return await RecordingWriter.#open({ ...options, start: newest.start, consent: null }, lease, newest)
    } catch (error) {
      await lease.release()
      throw diskFault(error, folder)
    }
  }

  static async #open(
    options: WriterOptions,
    lease: RecorderLease,
    state: JournalState | null,
  ): Promise<RecordingWriter> {
    const { folder, start, consent, firstSequences = [], partFrames, syncEveryMs, diskLookEveryMs } = options
    const spoolFolder = await makeSpoolPlace(folder).catch((error: unknown) => {
      // Needed only if the disk fails later.
      options.onError(error)
      return null
    })
    const writer = new RecordingWriter(options, lease, {
      folder,
      start,
      consent,
      firstSequences,
      state,
      spoolFolder,
      partFrames: partFrames ?? (state === null ? PART_FRAMES : partFramesOf(state)),
      syncEveryMs: syncEveryMs ?? SYNC_EVERY_MS,
      diskLookEveryMs: diskLookEveryMs ?? LOOK_EVERY_MS,
    })
    await writer.#calls.opened
    return writer
  }

  /**
   * Before a sender's first sound to a writer that took over. Discards sound that is in the files but not
   * known to be on disk, if the sender still has it: its blocks then follow seamlessly.
   */
  rejoin(kept: readonly KeptBlocks[]): Promise<void> {
    for (const { source, sequence } of kept)
      this.#received[source] = Math.max(this.#received[source] ?? 0, sequence)
    return this.#calls.call({ kind: 'rejoin', kept })
  }

  /** Bytes of received but unwritten sound: senders wait while it is large. */
  get waitingBytes(): number {
    return this.#sentBytes - this.#takenBytes + this.#memoryBytes
  }

  /** Sound on disk. */
  get safe(): readonly SafeSound[] {
    return this.#safe
  }

  /** Length so far of the longest source, in frames, on disk or not. */
  get frames(): number {
    return Math.max(0, ...this.#frames)
  }

  /** Seconds that fit on the disk; null before the first check. */
  get secondsLeft(): number | null {
    return this.#secondsLeft
  }

  /**
   * Written sound of one source, at most `frames` from `fromFrame` on: for work that follows the recording.
   */
  read(source: number, fromFrame: number, frames: number): Promise<Int16Array> {
    const until = Math.min(this.#writtenFrames[source] ?? 0, fromFrame + frames)
    return readSource(this.folder, source, this.#partFrames, { fromFrame, until })
  }

  /** The number of the source's next block: all earlier ones have arrived, and are written or waiting. */
  nextSequence(source: number): number {
    return this.#received[source] ?? 0
  }

  /** When it was stopped, by the blocks' clock; Infinity before. */
  get endedAtMs(): number {
    return this.#endedAtMs
  }

  get isPaused(): boolean {
    return this.#isPaused
  }

  get isStopped(): boolean {
    return this.#stopping !== null || this.#isOver
  }

  /** Blocks of sources that the recording does not have, and blocks after the end, are dropped. */
  append(block: SoundBlock): void {
    const received = this.#received[block.source]
    if (this.isStopped || received === undefined) return
    this.#received[block.source] = Math.max(received, block.sequence + 1)
    this.#sentBytes += block.samples.byteLength
    this.#calls.send({ kind: 'block', block })
  }

  async pause(atMs: number): Promise<void> {
    await this.#change({ kind: 'pause', atMs })
    this.#isPaused = true
  }

  async resume(atMs: number): Promise<void> {
    await this.#change({ kind: 'resume', atMs })
    this.#isPaused = false
  }

  /** Stores a moment, text or facts about the recording; a moment replaces the one with the same id. */
  note(entry: NotedEntry): Promise<void> {
    return this.#change(entry)
  }

  setDevice(source: number, device: string): Promise<void> {
    return this.#change({ kind: 'device', source, frame: 0, device })
  }

  /** Waits until everything received is on disk, or cannot be written now. */
  async settle(): Promise<void> {
    await this.#calls.call({ kind: 'settle' })
  }

  /** Writes everything received and closes the files. */
  stop(atMs: number, reason: StopReason): Promise<void> {
    if (this.#isOver) return this.#end
    if (this.#stopping === null) {
      this.#endedAtMs = atMs
      this.#calls.send({ kind: 'stop', call: 0, atMs, reason })
    }
    this.#stopping ??= this.#end
    return this.#stopping
  }

  /** Closes the files as a kill would: the recording is not stopped, and another writer may take over. */
  async leave(): Promise<void> {
    this.#stopping ??= this.#end
    await this.#calls.call({ kind: 'leave' })
    await this.#end
  }

  /** Faults: `recorder.stopped`, those of the disk. */
  async #change(entry: ChangeEntry | NotedEntry): Promise<void> {
    if (this.isStopped) throw new Fault('recorder.stopped')
    await this.#calls.call({ kind: 'change', entry })
  }

  #onNews(news: WriterNews): void {
    const { onSafe, onMissing, onDiskLow, onFailing, onError } = this.#options
    switch (news.kind) {
      case 'progress':
        this.#frames = news.frames
        this.#writtenFrames = news.writtenFrames
        this.#takenBytes = news.takenBytes
        this.#memoryBytes = news.waitingBytes
        break
      case 'safe':
        this.#safe = news.sources
        onSafe?.(this.#safe)
        break
      case 'missing':
        onMissing?.(news)
        break
      case 'space':
        this.#secondsLeft = news.seconds
        if (news.lowMinutes !== null) onDiskLow?.(news.lowMinutes)
        break
      case 'failing':
        onFailing?.(this.#calls.faultOf(news.error))
        break
      case 'again':
        onFailing?.(null)
        break
      case 'error':
        onError(this.#calls.faultOf(news.error))
        break
      case 'stopped':
        this.#endedAtMs = news.atMs
        void this.#over(news.reason)
        break
    }
  }

  /** Another process writes here now, so nothing more may be written, not even the end. */
  #stopWriting(): void {
    this.#options.onError(new Fault('recorder.taken', { folder: this.folder }))
    this.#calls.terminate()
  }

  /** `reason` null: leaves it as after a kill. */
  async #over(reason: StopReason | null): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    if (this.#endedAtMs === Infinity) this.#endedAtMs = Date.now()
    const wasAsked = this.#stopping !== null
    this.#calls.end()
    // On a failing disk, a later start recovers what was written.
    await this.#lease.release().catch(this.#options.onError)
    this.#ended()
    if (reason !== null || !wasAsked) this.#options.onStopped?.(reason ?? 'closed')
  }
}
