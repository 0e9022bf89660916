import type { Consent, StartEntry, StopReason } from '#core/recording/journal-entry'
import type { JournalState } from '#core/recording/journal-state'

/** Sound of one source that is on disk, whatever happens now. */
export interface SafeSound {
  readonly source: number
  /** All blocks before this number are on disk, or were dropped as repeats. */
  readonly sequence: number
  /** Length on disk. */
  readonly frames: number
}

export interface WriterEvents {
  /** After each sync, with every source. */
  readonly onSafe?: (sources: readonly SafeSound[]) => void
  readonly onDiskLow?: (minutes: number) => void
  /** Nothing can be written for ten seconds, which is tried again each second; null: now it can. */
  readonly onFailing?: (error: Error | null) => void
  /** The recording ended, by `stop` or by itself; its files are closed. */
  readonly onStopped?: (reason: StopReason) => void
  readonly onError: (error: unknown) => void
}

export interface WriterOptions extends WriterEvents {
  /** Of the recording; is created. */
  readonly folder: string
  readonly start: StartEntry
  readonly consent: Consent | null
  /** Number of the first block of each source; 0 where left out. */
  readonly firstSequences?: readonly number[] | undefined
  /** For tests. */
  readonly partFrames?: number
  readonly syncEveryMs?: number
  readonly diskLookEveryMs?: number
}

/** Of a writer that goes on with the recording of one that is gone. */
export type TakeOverOptions = Omit<WriterOptions, 'start' | 'consent' | 'firstSequences'> & {
  readonly state: JournalState
}

/** What a sender still has of a source, which the studio does not have for certain. */
export interface KeptBlocks {
  readonly source: number
  /** Number of the first block that is kept, or of the next one where none is. */
  readonly sequence: number
}
