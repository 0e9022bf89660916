import path from 'node:path'
import { clockStartAt } from '#core/recording/align-sources'
import { FRAMES_PER_MS, type SoundBlock } from '#core/recording/block'
import type { Consent, StopReason } from '#core/recording/journal-entry'
import type { MissingSound } from '#core/recording/missing-sound'
import { SourceClock } from '#core/recording/source-clock'
import { Timeline } from '#core/recording/timeline'
import type { KeptBlocks, SafeSound } from '../writer-options.ts'
import { type DiskFiles, syncFolder } from './disk-files.ts'
import { JournalLines } from './journal-lines.ts'
import { SourceSound } from './source-sound.ts'
import { journalBytes, sourceFrames } from './what-is-there.ts'
import type { ChangeEntry, WriterData } from './writer-messages.ts'

export type GivenSoundOptions = Pick<
  WriterData,
  'folder' | 'start' | 'state' | 'firstSequences' | 'partFrames'
> & { readonly files: DiskFiles; readonly onMissing: (missing: MissingSound) => void }

/** A recording's received sound: the position of each block in its files, and the journal next to them. */
export class GivenSound {
  readonly sources: readonly SourceSound[]
  readonly journal: JournalLines
  readonly #options: GivenSoundOptions
  readonly #timeline: Timeline
  #clocks: readonly SourceClock[]
  #safe: readonly SafeSound[]

  constructor(options: GivenSoundOptions) {
    const { folder, start, state, files, partFrames, firstSequences } = options
    this.#options = options
    this.#timeline = new Timeline(start.atMs)
    this.journal = new JournalLines(folder, files, state === null ? 0 : journalBytes(folder))
    for (const { kind, atMs } of state?.pauses ?? []) this.#timeline[kind](atMs)
    this.sources = start.sources.map((_, source) => {
      const onPart = (frame: number, file: string): void =>
        this.journal.append([{ kind: 'part', source, frame, file }])
      const frames = state === null ? 0 : sourceFrames(folder, source, partFrames)
      return new SourceSound({ folder, source, files, partFrames, onPart, frames })
    })
    this.#safe = start.sources.map((_, source) => ({
      source,
      sequence: firstSequences[source] ?? 0,
      frames: 0,
      ...state?.synced[source],
    }))
    this.#clocks = this.#safe.map(({ source, sequence }) => this.#clockFrom(source, sequence, false))
  }

  /** Sound safely on disk. */
  get safe(): readonly SafeSound[] {
    return this.#safe
  }

  /** All sound with an assigned position, on disk or in memory. */
  get placed(): readonly SafeSound[] {
    return this.#clocks.map(({ nextSequence }, source) => ({
      source,
      sequence: nextSequence,
      frames: this.sources[source]?.frames ?? 0,
    }))
  }

  /** For each source, one more than the highest number received. */
  get receivedUpTo(): readonly number[] {
    return this.#clocks.map(({ receivedUpTo }) => receivedUpTo)
  }

  /** Creates the files, or takes over those of a dead writer. Throws errors of the disk. */
  open(consent: Consent | null): void {
    const { folder, start, state, files } = this.#options
    if (state === null) {
      this.journal.append([start, ...(consent === null ? [] : [{ kind: 'consent', consent } as const])])
      // So that a program that takes over knows the first numbers.
      this.#noteSafe()
      for (const source of this.sources) source.begin()
    } else for (const source of this.sources) source.cutTo(source.frames)
    this.journal.flush()
    syncFolder(files, folder)
    syncFolder(files, path.dirname(folder))
  }

  /**
   * Discards sound that is in the files but not known to be on disk, if the sender still has it. Throws
   * errors of the disk.
   */
  rejoin(kept: readonly KeptBlocks[]): void {
    this.#clocks = this.#safe.map((safe, source) => {
      const from = kept.find((one) => one.source === source)?.sequence
      const follows = from !== undefined && from <= safe.sequence
      if (follows) this.sources[source]?.cutTo(safe.frames)
      return this.#clockFrom(source, Math.max(from ?? 0, safe.sequence), follows)
    })
  }

  add(block: SoundBlock): void {
    const clock = this.#clocks[block.source]
    if (clock !== undefined) this.#place(block.source, clock.add(block))
  }

  note(entry: ChangeEntry): void {
    if (entry.kind === 'pause' || entry.kind === 'resume') this.#timeline[entry.kind](entry.atMs)
    const frame = entry.kind === 'device' ? { frame: this.#clocks[entry.source]?.position ?? 0 } : {}
    this.journal.append([{ ...entry, ...frame }])
  }

  /** No more sound follows: blocks held back are placed. */
  finish(atMs: number, reason: StopReason): void {
    for (const [source, clock] of this.#clocks.entries()) this.#place(source, clock.finish())
    this.journal.append([{ kind: 'stop', atMs, reason }])
  }

  /** Syncs everything placed to disk. Throws errors of the disk; the sources must be rewound then. */
  sync(): void {
    for (const source of this.sources) source.write()
    for (const source of this.sources) source.sync()
    const before = this.#safe
    const safe = this.placed
    if (safe.some(({ frames }, source) => frames !== before[source]?.frames)) this.#noteSafe(safe)
    this.journal.flush()
    this.#safe = safe
  }

  #place(source: number, { pieces, entries }: ReturnType<SourceClock['add']>): void {
    this.sources[source]?.append(pieces)
    this.journal.append(entries)
    for (const entry of entries) {
      // A source that begins late, or another device, is no loss, or is reported by who opened it.
      if (entry.kind !== 'gap' || entry.reason === 'start') continue
      const [atMs = 0, lengthMs = 0] = [entry.frame, entry.frames].map((one) =>
        Math.round(one / FRAMES_PER_MS),
      )
      this.#options.onMissing({ source, atMs, lengthMs })
    }
  }

  #noteSafe(safe = this.#safe): void {
    this.journal.append(safe.map((one) => ({ kind: 'synced', ...one })))
  }

  #clockFrom(source: number, sequence: number, follows: boolean): SourceClock {
    const frames = this.sources[source]?.frames ?? 0
    const start = clockStartAt(this.#options.state?.clock ?? [], source, frames)
    return new SourceClock(source, this.#timeline, { position: frames, sequence, follows, ...start })
  }
}
