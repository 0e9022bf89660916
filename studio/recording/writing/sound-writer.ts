import type { SoundBlock } from '#core/recording/block'
import type { StopReason } from '#core/recording/journal-entry'
import { codeOf } from '../../faults/error-code.ts'
import type { KeptBlocks, SafeSound } from '../writer-options.ts'
import { type DiskFiles, isDiskFull } from './disk-files.ts'
import { GivenSound } from './given-sound.ts'
import { Reserve } from './reserve.ts'
import { Spool } from './spool.ts'
import type { ChangeEntry, DiskError, FromWriter, WriterData } from './writer-messages.ts'

/** A failure that lasts this long is reported. */
const REPORTED_AFTER_MS = 10_000
/** At the end, sound that can be written neither here nor elsewhere is retried for this long. */
const LAST_TRIES_MS = 10_000
/** With more unwritten sound than this in memory, the recording ends. */
const MAX_WAITING_BYTES = 512 * 1024 * 1024

export interface SoundWriterOptions extends Omit<WriterData, 'syncEveryMs' | 'diskLookEveryMs'> {
  readonly files: DiskFiles
  /** Monotonic clock, ms. */
  readonly now: () => number
  readonly tell: (news: FromWriter) => void
}

interface Failure {
  readonly sinceMs: number
  error: unknown
  isReported: boolean
}

/** A requested stop, with its time by `now`. */
interface Stop {
  readonly atMs: number
  readonly reason: StopReason
  readonly sinceMs: number
}

type Answer = (error: DiskError | null) => void

/**
 * Writes a recording while it is made: one file per source, and the journal next to them. Each call completes
 * its disk work before it returns. Only written and synced sound is reported as safe. A full disk ends the
 * recording; after any other failure `tick` retries, and what cannot be written is kept in another folder
 * meanwhile.
 */
export class SoundWriter {
  readonly #options: SoundWriterOptions
  readonly #sound: GivenSound
  readonly #reserve: Reserve
  readonly #spool: Spool | null
  /** Sound on disk or in the other folder; null while there is nothing there. */
  #kept: readonly SafeSound[] | null = null
  #failure: Failure | null = null
  #answers: Answer[] = []
  #takenBytes = 0
  #stop: Stop | null = null
  #isClosed = false

  constructor(options: SoundWriterOptions) {
    const { folder, files, spoolFolder } = options
    this.#options = options
    this.#sound = new GivenSound({
      ...options,
      onMissing: (missing) => options.tell({ kind: 'missing', ...missing }),
    })
    this.#reserve = new Reserve(folder, files)
    this.#spool = spoolFolder === null ? null : new Spool(spoolFolder, files)
  }

  /** Throws errors of the disk. */
  open(reserveBytes: number): void {
    this.#reserve.create(reserveBytes)
    this.#sound.open(this.#options.consent)
    this.#tellProgress()
  }

  /**
   * Before a sender's first sound to a writer that took over. Discards sound that is in the files but not
   * known to be on disk, if the sender still has it: its blocks then follow seamlessly.
   */
  rejoin(kept: readonly KeptBlocks[], answer: Answer): void {
    const isDone = this.#attempt(() => this.#sound.rejoin(kept))
    this.#tellProgress()
    answer(isDone ? null : diskError(this.#failure?.error))
  }

  append(block: SoundBlock): void {
    this.#takenBytes += block.samples.byteLength
    if (this.#stop === null) {
      this.#sound.add(block)
      if (this.#failure === null) this.#attempt(() => this.#sound.sources[block.source]?.write())
    }
    this.#tellProgress()
  }

  /** Answered once the entry is on disk, in the folder or in the other one. */
  change(entry: ChangeEntry, answer: Answer): void {
    this.#sound.note(entry)
    this.#answers.push(answer)
    if (this.#failure === null && this.#attempt(() => this.#sound.journal.flush())) this.#answer(null)
    else if (this.#failure !== null) this.#keep()
  }

  /** Syncs everything received, if that is possible now. */
  settle(): void {
    if (this.#stop !== null || this.#isClosed) return
    if (!this.#attempt(() => this.#sound.sync())) this.#onFailed()
    else this.#onWritten()
    this.#tellProgress()
  }

  /** Call once a second. */
  tick(): void {
    if (this.#isClosed) return
    if (this.#stop !== null) this.#tryToEnd(this.#stop)
    else this.settle()
  }

  /** Free bytes on the recording's disk. */
  freeBytes(): number {
    return this.#options.files.freeBytes(this.#options.folder)
  }

  /** Writes everything received and closes the files, then reports `stopped`. */
  end(atMs: number, reason: StopReason): void {
    if (this.#stop !== null || this.#isClosed) return
    this.#stop = { atMs, reason, sinceMs: this.#options.now() }
    this.#sound.finish(atMs, reason)
    this.#tryToEnd(this.#stop)
  }

  /** Closes the files as a kill would: the recording is not stopped, and another writer may take over. */
  leave(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#try(() => this.#reserve.giveUp())
    for (const source of this.#sound.sources) this.#try(() => source.leave())
    this.#try(() => this.#sound.journal.close())
  }

  #tryToEnd({ atMs, reason, sinceMs }: Stop): void {
    let ended = reason
    let failed: DiskError | null = null
    this.#try(() => this.#reserve.giveUp())
    try {
      this.#sound.sync()
      for (const source of this.#sound.sources) source.end()
      this.#onWritten()
    } catch (error) {
      this.#rewind()
      failed = diskError(error)
      let isKept = false
      if (isDiskFull(error)) ended = 'disk-full'
      else {
        this.#failure ??= { sinceMs, error, isReported: false }
        isKept = this.#keep()
        if (!isKept && this.#options.now() - sinceMs < LAST_TRIES_MS) return
        this.#options.tell({ kind: 'error', error: failed })
      }
      this.#endWithout(isKept)
    }
    this.#isClosed = true
    this.#try(() => this.#sound.journal.close())
    this.#answer(failed)
    this.#tellProgress()
    this.#options.tell({ kind: 'stopped', reason: ended, atMs })
  }

  /** Ends without writing the rest, which is kept elsewhere or lost. */
  #endWithout(isKept: boolean): void {
    const { sources } = this.#sound
    // Sound kept elsewhere is joined before the recording's file is made.
    const safe = this.#kept ?? this.#sound.safe
    // A page keeps sound not reported as safe for another recording: it must not be in this one too.
    if (!isKept && this.#options.start.fromPage === true)
      for (const { source, frames } of safe) this.#try(() => sources[source]?.cutAtEnd(frames))
    this.#options.tell({ kind: 'safe', sources: safe })
    for (const source of sources) this.#try(() => source.end())
  }

  #onWritten(): void {
    const failure = this.#failure
    this.#failure = null
    this.#answer(null)
    this.#options.tell({ kind: 'safe', sources: this.#sound.safe })
    if (failure === null) return
    this.#kept = null
    this.#try(() => this.#spool?.clear())
    if (failure.isReported) this.#options.tell({ kind: 'again' })
  }

  #onFailed(): void {
    const failure = this.#failure
    if (failure === null) return
    const isKept = this.#keep()
    if (this.#options.now() - failure.sinceMs >= REPORTED_AFTER_MS) {
      this.#answer(diskError(failure.error))
      if (!failure.isReported)
        this.#options.tell({ kind: 'failing', error: diskError(failure.error), isKept })
      failure.isReported = true
    }
    if (this.#waitingBytes() > MAX_WAITING_BYTES) this.end(Date.now(), 'disk-full')
  }

  /** False if the other folder fails too, or there is none: the sound stays in memory. */
  #keep(): boolean {
    const spool = this.#spool
    if (spool === null || !this.#try(() => spool.keep(this.#sound))) return false
    this.#kept = this.#sound.placed
    this.#answer(null)
    return true
  }

  /** False if it failed: then everything not known to be on disk is written again at the next `tick`. */
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
      this.#failure ??= { sinceMs: this.#options.now(), error, isReported: false }
      return false
    }
  }

  #rewind(): void {
    for (const source of this.#sound.sources) this.#try(() => source.rewind())
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
    return this.#failure === null ? 0 : this.#sound.sources.reduce((sum, source) => sum + source.bytes, 0)
  }

  #tellProgress(): void {
    const { sources, receivedUpTo } = this.#sound
    this.#options.tell({
      kind: 'progress',
      frames: sources.map(({ frames }) => frames),
      writtenFrames: sources.map(({ writtenFrames }) => writtenFrames),
      receivedUpTo,
      takenBytes: this.#takenBytes,
      waitingBytes: this.#waitingBytes(),
    })
  }
}

export function diskError(error: unknown): DiskError {
  return { code: codeOf(error) ?? null, message: error instanceof Error ? error.message : String(error) }
}
