import path from 'node:path'
import { clockStartAt } from '#core/recording/align-sources'
import type { SoundBlock } from '#core/recording/block'
import type { StopReason } from '#core/recording/journal-entry'
import { SourceClock } from '#core/recording/source-clock'
import { Timeline } from '#core/recording/timeline'
import { codeOf } from '../../faults/error-code.ts'
import type { KeptBlocks, SafeSound } from '../writer-options.ts'
import { type DiskFiles, isDiskFull, syncFolder } from './disk-files.ts'
import { JournalLines } from './journal-lines.ts'
import { Reserve } from './reserve.ts'
import { SourceSound } from './source-sound.ts'
import { Spool } from './spool.ts'
import { journalBytes, sourceFrames } from './what-is-there.ts'
import type { ChangeEntry, DiskError, FromWriter, WriterData } from './writer-messages.ts'

/** A failure that lasts so long is told. */
export const TOLD_AFTER_MS = 10_000
/** At the end, what can neither be written nor kept elsewhere is tried for so long. */
const LAST_TRIES_MS = 10_000
/** With more sound than this in memory, which can be kept nowhere, the recording ends. */
const MOST_WAITING_BYTES = 512 * 1024 * 1024

export interface SoundWriterOptions extends Omit<WriterData, 'syncEveryMs' | 'diskLookEveryMs'> {
  readonly files: DiskFiles
  /** Of a clock that never goes back, ms. */
  readonly now: () => number
  readonly tell: (news: FromWriter) => void
}

interface Failure {
  readonly sinceMs: number
  error: unknown
  isTold: boolean
}

/** That was asked for, and when that was by `now`. */
interface Stop {
  readonly atMs: number
  readonly reason: StopReason
  readonly sinceMs: number
}

type Answer = (error: DiskError | null) => void

/**
 * Writes a recording while it is made: a file a source, and the journal beside them. Each call does its work on the disk
 * before it returns. Only what was written and synced is told to be safe. A full disk ends the recording; after any other
 * failure `tick` tries again, and what cannot be written is kept in another folder meanwhile.
 */
export class SoundWriter {
  readonly #options: SoundWriterOptions
  readonly #timeline: Timeline
  readonly #sources: readonly SourceSound[]
  readonly #journal: JournalLines
  readonly #reserve: Reserve
  readonly #spool: Spool | null
  #clocks: readonly SourceClock[]
  #safe: readonly SafeSound[]
  #failure: Failure | null = null
  #answers: Answer[] = []
  #takenBytes = 0
  #stop: Stop | null = null
  #isClosed = false

  constructor(options: SoundWriterOptions) {
    const { folder, start, state, files, partFrames, firstSequences, spoolFolder } = options
    this.#options = options
    this.#timeline = new Timeline(start.atMs)
    this.#journal = new JournalLines(folder, files, state === null ? 0 : journalBytes(folder))
    this.#reserve = new Reserve(folder, files)
    this.#spool = spoolFolder === null ? null : new Spool(spoolFolder, files)
    for (const { kind, atMs } of state?.pauses ?? []) this.#timeline[kind](atMs)
    this.#sources = start.sources.map((_, source) => {
      const onPart = (frame: number, file: string): void =>
        this.#journal.append([{ kind: 'part', source, frame, file }])
      const frames = state === null ? 0 : sourceFrames(folder, source, partFrames)
      return new SourceSound({ folder, source, files, partFrames, onPart, frames })
    })
    this.#safe = start.sources.map((_, source) => ({
      source,
      sequence: firstSequences[source] ?? 0,
      frames: 0,
      ...state?.synced[source],
    }))
    this.#clocks = this.#sources.map((sound, source) =>
      this.#clockFrom(sound, source, this.#sequenceOf(source), false),
    )
  }

  #sequenceOf(source: number): number {
    return this.#safe[source]?.sequence ?? 0
  }

  #clockFrom({ frames }: SourceSound, source: number, sequence: number, follows: boolean): SourceClock {
    const entries = this.#options.state?.clock ?? []
    const from = { position: frames, sequence, follows, ...clockStartAt(entries, source, frames) }
    return new SourceClock(source, this.#timeline, from)
  }

  /** Throws errors of the disk. */
  open(reserveBytes: number): void {
    const { folder, start, consent, state, files } = this.#options
    this.#reserve.create(reserveBytes)
    if (state === null) {
      this.#journal.append([start, ...(consent === null ? [] : [{ kind: 'consent', consent } as const])])
      // A program that takes over knows which numbers come first.
      this.#journal.append(this.#safe.map((one) => ({ kind: 'synced', ...one })))
      for (const source of this.#sources) source.begin()
    } else for (const source of this.#sources) source.cutTo(source.frames)
    this.#journal.flush()
    syncFolder(files, folder)
    syncFolder(files, path.dirname(folder))
    this.#tellProgress()
  }

  /**
   * Before the first sound that a sender gives to a writer that took over. Sound that is in the files, but not known to
   * be on disk, is forgotten where the sender still has it: its blocks then follow without a seam.
   */
  rejoin(kept: readonly KeptBlocks[], answer: Answer): void {
    const isDone = this.#attempt(() => {
      this.#clocks = this.#sources.map((sound, source) => {
        const synced = this.#safe[source] ?? { sequence: 0, frames: 0 }
        const from = kept.find((one) => one.source === source)?.sequence
        const follows = from !== undefined && from <= synced.sequence
        if (follows) sound.cutTo(synced.frames)
        return this.#clockFrom(sound, source, Math.max(from ?? 0, synced.sequence), follows)
      })
    })
    this.#tellProgress()
    answer(isDone ? null : diskError(this.#failure?.error))
  }

  append(block: SoundBlock): void {
    const clock = this.#clocks[block.source]
    this.#takenBytes += block.samples.byteLength
    if (this.#stop === null && clock !== undefined) {
      const { pieces, entries } = clock.add(block)
      this.#sources[block.source]?.append(pieces)
      this.#journal.append(entries)
      if (this.#failure === null) this.#attempt(() => this.#sources[block.source]?.write())
    }
    this.#tellProgress()
  }

  /** Answered once the entry is on disk, in the folder or in the other one. */
  change(entry: ChangeEntry, answer: Answer): void {
    if (entry.kind === 'pause' || entry.kind === 'resume') this.#timeline[entry.kind](entry.atMs)
    const frame = entry.kind === 'device' ? { frame: this.#clocks[entry.source]?.position ?? 0 } : {}
    this.#journal.append([{ ...entry, ...frame }])
    this.#answers.push(answer)
    if (this.#failure === null && this.#attempt(() => this.#journal.flush())) this.#answer(null)
    else if (this.#failure !== null) this.#keep()
  }

  /** Everything that was given is synced, if that is possible now. */
  settle(): void {
    if (this.#stop !== null || this.#isClosed) return
    if (!this.#attempt(() => this.#sync())) this.#onFailed()
    else this.#onWritten()
    this.#tellProgress()
  }

  /** To be called once a second. */
  tick(): void {
    if (this.#isClosed) return
    if (this.#stop !== null) this.#tryToEnd(this.#stop)
    else this.settle()
  }

  /** Seconds of room on the disk: a recording ends while it can still end well. */
  freeBytes(): number {
    return this.#options.files.freeBytes(this.#options.folder)
  }

  /** Writes all that was given and closes the files; `stopped` is told then. */
  end(atMs: number, reason: StopReason): void {
    if (this.#stop !== null || this.#isClosed) return
    this.#stop = { atMs, reason, sinceMs: this.#options.now() }
    for (const [source, clock] of this.#clocks.entries()) {
      const { pieces, entries } = clock.finish()
      this.#sources[source]?.append(pieces)
      this.#journal.append(entries)
    }
    this.#journal.append([{ kind: 'stop', atMs, reason }])
    this.#tryToEnd(this.#stop)
  }

  /** Closes the files as a kill would: the recording is not stopped, and another writer may take over. */
  leave(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#try(() => this.#reserve.giveUp())
    for (const source of this.#sources) this.#try(() => source.leave())
    this.#try(() => this.#journal.close())
  }

  #tryToEnd({ atMs, reason, sinceMs }: Stop): void {
    let ended = reason
    let failed: DiskError | null = null
    this.#try(() => this.#reserve.giveUp())
    try {
      this.#sync()
      for (const source of this.#sources) source.end()
      this.#onWritten()
    } catch (error) {
      this.#rewind()
      // What could not be written to a full disk is lost; the files are closed with what they hold.
      failed = diskError(error)
      if (isDiskFull(error)) ended = 'disk-full'
      else {
        this.#failure ??= { sinceMs, error, isTold: false }
        const isKept = this.#keep()
        if (!isKept && this.#options.now() - sinceMs < LAST_TRIES_MS) return
        this.#options.tell({ kind: 'error', error: failed })
      }
      this.#options.tell({ kind: 'safe', sources: this.#safe })
      for (const source of this.#sources) this.#try(() => source.end())
    }
    this.#isClosed = true
    this.#try(() => this.#journal.close())
    this.#answer(failed)
    this.#tellProgress()
    this.#options.tell({ kind: 'stopped', reason: ended, atMs })
  }

  #sync(): void {
    for (const source of this.#sources) source.write()
    for (const source of this.#sources) source.sync()
    const safe = this.#clocks.map((clock, source) => ({
      source,
      sequence: clock.nextSequence,
      frames: this.#sources[source]?.safeFrames ?? 0,
    }))
    if (safe.some((one, source) => one.frames !== this.#safe[source]?.frames))
      this.#journal.append(safe.map((one) => ({ kind: 'synced', ...one })))
    this.#journal.flush()
    this.#safe = safe
  }

  #onWritten(): void {
    const failure = this.#failure
    this.#failure = null
    this.#answer(null)
    this.#options.tell({ kind: 'safe', sources: this.#safe })
    if (failure === null) return
    this.#try(() => this.#spool?.clear())
    if (failure.isTold) this.#options.tell({ kind: 'again' })
  }

  #onFailed(): void {
    const failure = this.#failure
    if (failure === null) return
    const isKept = this.#keep()
    if (this.#options.now() - failure.sinceMs >= TOLD_AFTER_MS) {
      this.#answer(diskError(failure.error))
      if (!failure.isTold) this.#options.tell({ kind: 'failing', error: diskError(failure.error), isKept })
      failure.isTold = true
    }
    if (this.#waitingBytes() > MOST_WAITING_BYTES) this.end(Date.now(), 'disk-full')
  }

  /** False where the other folder fails too, or there is none: what was given stays in memory. */
  #keep(): boolean {
    const spool = this.#spool
    if (spool === null || !this.#try(() => spool.keep(this.#sources, this.#journal))) return false
    this.#answer(null)
    return true
  }

  /** False if it failed: then all that is not known to be on disk is written again, once `tick` is called. */
  #attempt(work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      this.#rewind()
      if (isDiskFull(error)) {
        this.end(Date.now(), 'disk-full')
        return false
      }
      if (this.#failure === null) this.#options.tell({ kind: 'error', error: diskError(error) })
      this.#failure ??= { sinceMs: this.#options.now(), error, isTold: false }
      return false
    }
  }

  #rewind(): void {
    for (const source of this.#sources) this.#try(() => source.rewind())
  }

  #try(work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      this.#options.tell({ kind: 'error', error: diskError(error) })
      return false
    }
  }

  #answer(error: DiskError | null): void {
    const answers = this.#answers
    this.#answers = []
    for (const answer of answers) answer(error)
  }

  #waitingBytes(): number {
    return this.#failure === null ? 0 : this.#sources.reduce((sum, source) => sum + source.bytes, 0)
  }

  #tellProgress(): void {
    this.#options.tell({
      kind: 'progress',
      frames: this.#sources.map(({ frames }) => frames),
      writtenFrames: this.#sources.map(({ writtenFrames }) => writtenFrames),
      receivedUpTo: this.#clocks.map(({ receivedUpTo }) => receivedUpTo),
      takenBytes: this.#takenBytes,
      waitingBytes: this.#waitingBytes(),
    })
  }
}

export function diskError(error: unknown): DiskError {
  return { code: codeOf(error) ?? null, message: error instanceof Error ? error.message : String(error) }
}
