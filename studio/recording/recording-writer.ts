import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { clockStartAt } from '#core/recording/align-sources'
import { type SoundBlock } from '#core/recording/block'
import type { JournalEntry, NotedEntry, StopReason } from '#core/recording/journal-entry'
import { type ClockStart, type Placement, SourceClock } from '#core/recording/source-clock'
import { Timeline } from '#core/recording/timeline'
import { diskFault } from '../faults/disk-fault.ts'
import { DiskWatch } from './disk-watch.ts'
import type { JournalFile } from './journal-file.ts'
import { type PreparedFolder, prepareFolder, takeOverFolder } from './prepare-folder.ts'
import type { RecorderLease } from './recorder-lease.ts'
import type { ReserveFile } from './reserve-file.ts'
import { SourceFile } from './source-file.ts'
import { syncFolder } from './sync-folder.ts'
import { isDiskFull } from './write-all.ts'
import type { KeptBlocks, SafeSound, TakeOverOptions, WriterOptions } from './writer-options.ts'

const SYNC_EVERY_MS = 1_000

/**
 * Writes a recording while it is made: a file a source, and the journal beside them. All that is asked of it happens in
 * the order in which it was asked.
 */
export class RecordingWriter {
  readonly folder: string
  readonly disk: DiskWatch
  readonly #options: WriterOptions
  readonly #timeline: Timeline
  #clocks: readonly SourceClock[]
  readonly #files: readonly SourceFile[]
  readonly #reserve: ReserveFile
  readonly #lease: RecorderLease
  readonly #journal: JournalFile
  readonly #timer: NodeJS.Timeout
  #work: Promise<unknown> = Promise.resolve()
  #waiting: SoundBlock[] = []
  #waitingBytes = 0
  #synced: readonly SafeSound[]
  #isSyncing = false
  #stopping: Promise<void> | null = null
  #endedAtMs = Infinity
  /** Of the writer before this one. */
  #clockEntries: readonly JournalEntry[] = []

  private constructor(options: WriterOptions, parts: PreparedFolder) {
    const { folder, start, partFrames } = options
    this.#options = options
    this.folder = folder
    this.#timeline = new Timeline(start.atMs)
    this.#lease = parts.lease
    this.#journal = parts.journal
    this.#reserve = parts.reserve
    const { firstSequences = [] } = options
    this.#clocks = start.sources.map((_, source) => {
      return new SourceClock(source, this.#timeline, { sequence: firstSequences[source] ?? 0 })
    })
    this.#files = start.sources.map(
      (_, source) =>
        new SourceFile({
          folder,
          source,
          makeRoom: () => this.#makeRoom(),
          onPart: (entry) => this.#journal.append([entry]),
          ...(partFrames === undefined ? {} : { partFrames }),
        }),
    )
    this.#synced = start.sources.map((_, source) => ({
      source,
      sequence: firstSequences[source] ?? 0,
      frames: 0,
    }))
    this.disk = new DiskWatch({
      folder,
      sources: start.sources.length,
      onLow: (minutes) => options.onDiskLow?.(minutes),
      onFull: () => void this.stop(Date.now(), 'disk-full'),
      onError: options.onError,
      ...(options.diskLookEveryMs === undefined ? {} : { lookEveryMs: options.diskLookEveryMs }),
    })
    this.#timer = setInterval(() => void this.#sync(), options.syncEveryMs ?? SYNC_EVERY_MS)
  }

  /** Faults: those of `prepareFolder`; then nothing is left. */
  static async start(options: WriterOptions): Promise<RecordingWriter> {
    const { folder, start } = options
    const writer = new RecordingWriter(options, await prepareFolder(folder, start.sources.length))
    try {
      await writer.#begin()
      return writer
    } catch (error) {
      await writer.#abandon()
      throw diskFault(error, folder)
    }
  }

  /**
   * Goes on in the folder of a writer that was killed; null if a living process writes there. Sound may be given once
   * `rejoin` has resolved.
   */
  static async takeOver({ state, ...options }: TakeOverOptions): Promise<RecordingWriter | null> {
    const { start, synced, pauses } = state
    const parts = await takeOverFolder(options.folder, start.sources.length)
    if (parts === null) return null
    const writer = new RecordingWriter({ ...options, start, consent: null }, parts)
    try {
      writer.#clockEntries = state.clock
      for (const { kind, atMs } of pauses) writer.#timeline[kind](atMs)
      for (const file of writer.#files) await file.reopen()
      writer.#synced = synced.map((one, source) => ({ source, ...one }))
      writer.#clocks = writer.#files.map(({ frames }, source) => {
        const sequence = synced[source]?.sequence ?? 0
        const from = { position: frames, sequence, ...clockStartAt(state.clock, source, frames) }
        return new SourceClock(source, writer.#timeline, from)
      })
      return writer
    } catch (error) {
      await writer.leave()
      throw diskFault(error, options.folder)
    }
  }

  /**
   * Before the first sound that a sender gives to a writer that took over. Sound that is in the files, but not known to
   * be on disk, is forgotten where the sender still has it: its blocks then follow without a seam.
   */
  async rejoin(kept: readonly KeptBlocks[]): Promise<void> {
    const failure = await this.#queue(async () => {
      const starts: Partial<ClockStart>[] = []
      for (const [source, file] of this.#files.entries()) {
        const synced = this.#synced[source] ?? { sequence: 0, frames: 0 }
        const from = kept.find((one) => one.source === source)?.sequence
        const follows = from !== undefined && from <= synced.sequence
        if (follows) await file.cutTo(synced.frames)
        const { endFrame, runs } = clockStartAt(this.#clockEntries, source, file.frames)
        starts.push({
          position: file.frames,
          sequence: Math.max(from ?? 0, synced.sequence),
          follows,
          endFrame,
          runs,
        })
      }
      this.#clocks = starts.map((from, source) => new SourceClock(source, this.#timeline, from))
    })
    if (failure !== null) throw diskFault(failure, this.folder)
  }

  async #begin(): Promise<void> {
    const { start, consent } = this.#options
    await this.#journal.append([start, ...(consent === null ? [] : [{ kind: 'consent', consent } as const])])
    // A program that takes over knows which numbers come first.
    await this.#journal.append(this.#synced.map((one) => ({ kind: 'synced', ...one })))
    for (const file of this.#files) await file.begin()
    await this.#journal.sync()
    await syncFolder(this.folder)
    await syncFolder(path.dirname(this.folder))
  }

  async #abandon(): Promise<void> {
    clearInterval(this.#timer)
    this.disk.stop()
    await Promise.allSettled([...this.#files, this.#journal].map((file) => file.close()))
    await this.#lease.release()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Sound that was given and is not written yet, in bytes: senders wait while it is much. */
  get waitingBytes(): number {
    return this.#waitingBytes
  }

  /** What is on disk. */
  get safe(): readonly SafeSound[] {
    return this.#synced
  }

  /** Length so far of the longest source, in frames, on disk or not. */
  get frames(): number {
    return Math.max(...this.#files.map(({ frames }) => frames))
  }

  /** Sound that was written, of one source, at most `frames` from `fromFrame` on: for work that follows the recording. */
  read(source: number, fromFrame: number, frames: number): Promise<Int16Array> {
    return this.#files[source]?.read(fromFrame, frames) ?? Promise.resolve(new Int16Array())
  }

  /** The number of the source's next block: all before it came, and are written or wait. */
  nextSequence(source: number): number {
    const waiting = this.#waiting.filter((block) => block.source === source)
    return Math.max(this.#clocks[source]?.receivedUpTo ?? 0, ...waiting.map(({ sequence }) => sequence + 1))
  }

  /** When it was stopped, by the clock that blocks carry; Infinity before. */
  get endedAtMs(): number {
    return this.#endedAtMs
  }

  get isPaused(): boolean {
    return this.#timeline.isPaused
  }

  get isStopped(): boolean {
    return this.#stopping !== null
  }

  /** Blocks of sources that the recording does not have, and blocks after the end, are dropped. */
  append(block: SoundBlock): void {
    if (this.#stopping !== null || this.#clocks[block.source] === undefined) return
    this.#waiting.push(block)
    this.#waitingBytes += block.samples.byteLength
    if (this.#waiting.length === 1) void this.#queue(() => this.#writeWaiting())
  }

  pause(atMs: number): Promise<void> {
    return this.#change({ kind: 'pause', atMs }, () => this.#timeline.pause(atMs))
  }

  resume(atMs: number): Promise<void> {
    return this.#change({ kind: 'resume', atMs }, () => this.#timeline.resume(atMs))
  }

  /** Keeps what was marked, said or found beside the sound; a moment replaces the one with its id. */
  note(entry: NotedEntry): Promise<void> {
    return this.#change(entry)
  }

  setDevice(source: number, device: string): Promise<void> {
    const frame = this.#clocks[source]?.position ?? 0
    return this.#change({ kind: 'device', source, frame, device })
  }

  /** Waits until all that was given is on disk. */
  async settle(): Promise<void> {
    await this.#syncNow()
  }

  /** Writes all that was given and closes the files. */
  stop(atMs: number, reason: StopReason): Promise<void> {
    if (this.#stopping === null) this.#endedAtMs = atMs
    this.#stopping ??= this.#end(atMs, reason)
    return this.#stopping
  }

  async #end(atMs: number, reason: StopReason): Promise<void> {
    clearInterval(this.#timer)
    this.disk.stop()
    await this.#work
    await this.#reserve.giveUp()
    let ended = reason
    let isWhole = true
    const fail = (error: unknown): void => {
      isWhole = false
      // What could not be written is lost; the files are closed with what they hold.
      if (isDiskFull(error)) ended = 'disk-full'
      else this.#options.onError(error)
    }
    try {
      await this.#finishSources()
      await this.#journal.append([{ kind: 'stop', atMs, reason }])
      await this.#journal.sync()
    } catch (error) {
      fail(error)
    }
    const closed = await Promise.allSettled(this.#files.map((file) => file.close()))
    for (const one of closed) if (one.status === 'rejected') fail(one.reason)
    if (isWhole) this.#synced = this.#safeNow()
    this.#options.onSafe?.(this.#synced)
    await this.#journal.close()
    await this.#lease.release()
    this.#options.onStopped?.(ended)
  }

  /** Closes the files as a kill would: the recording is not stopped, and another writer may take over. */
  async leave(): Promise<void> {
    this.#stopping ??= Promise.resolve()
    clearInterval(this.#timer)
    this.disk.stop()
    await this.#work
    await this.#reserve.giveUp()
    await Promise.allSettled([...this.#files, this.#journal].map((file) => file.close()))
    await this.#lease.release()
  }

  async #finishSources(): Promise<void> {
    for (const [source, clock] of this.#clocks.entries()) await this.#put(source, clock.finish())
  }

  async #writeWaiting(): Promise<void> {
    const blocks = this.#waiting
    this.#waiting = []
    this.#waitingBytes = 0
    for (const [source, clock] of this.#clocks.entries()) {
      const own = blocks.filter((block) => block.source === source).map((block) => clock.add(block))
      const pieces = own.flatMap((one) => one.pieces)
      const entries = own.flatMap((one) => one.entries)
      if (pieces.length > 0 || entries.length > 0) await this.#put(source, { pieces, entries })
    }
  }

  async #put(source: number, { pieces, entries }: Placement): Promise<void> {
    await this.#journal.append(entries)
    await this.#files[source]?.append(pieces)
  }

  /** Faults: `recorder.stopped`, those of the disk. */
  async #change(entry: JournalEntry, apply: () => void = () => undefined): Promise<void> {
    if (this.#stopping !== null) throw new Fault('recorder.stopped')
    const failure = await this.#queue(async () => {
      apply()
      await this.#journal.append([entry])
      await this.#journal.sync()
    })
    if (failure !== null) throw diskFault(failure, this.folder)
  }

  /**
   * One thing after the other; resolves with its failure. A disk that is full ends the recording, any other failure is
   * reported.
   */
  #queue(work: () => Promise<void>): Promise<unknown> {
    const done = this.#work.then(work).then(
      () => null,
      (error: unknown) => {
        if (isDiskFull(error)) void this.stop(Date.now(), 'disk-full')
        else this.#options.onError(error)
        return error
      },
    )
    this.#work = done
    return done
  }

  async #sync(): Promise<void> {
    if (this.#isSyncing || this.#stopping !== null) return
    this.#isSyncing = true
    await this.#syncNow()
    this.#isSyncing = false
  }

  async #syncNow(): Promise<void> {
    const failure = await this.#queue(async () => {
      const safe = this.#safeNow()
      if (safe.every((one, source) => one.frames === this.#synced[source]?.frames)) return
      for (const file of this.#files) await file.sync()
      await this.#journal.append(safe.map((one) => ({ kind: 'synced', ...one })))
      await this.#journal.sync()
      this.#synced = safe
    })
    if (failure === null) this.#options.onSafe?.(this.#synced)
  }

  #safeNow(): SafeSound[] {
    return this.#clocks.map((clock, source) => ({
      source,
      sequence: clock.nextSequence,
      frames: this.#files[source]?.frames ?? 0,
    }))
  }

  async #makeRoom(): Promise<boolean> {
    const hasRoom = await this.#reserve.giveUp()
    if (hasRoom) void this.stop(Date.now(), 'disk-full')
    return hasRoom
  }
}
