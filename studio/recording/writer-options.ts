import type { Consent, StartEntry, StopReason } from '#core/recording/journal-entry'
import type { JournalState } from '#core/recording/journal-state'
import type { MissingSound } from '#core/recording/missing-sound'

/** Sound of one source that is safely on disk. */
export interface SafeSound {
  readonly source: number
  /** All blocks before this number are on disk, or were dropped as repeats. */
  readonly sequence: number
  /** Length on disk, in frames. */
  readonly frames: number
}

export interface WriterEvents {
  /** Called after each sync, with every source. */
  readonly onSafe?: (sources: readonly SafeSound[]) => void
  readonly onMissing?: (missing: MissingSound) => void
  readonly onDiskLow?: (minutes: number) => void
  /** Nothing could be written for ten seconds, with retries each second; null: writing works again. */
  readonly onFailing?: (error: Error | null) => void
  /** The recording ended, by `stop` or by itself; its files are closed. */
  readonly onStopped?: (reason: StopReason) => void
  readonly onError: (error: unknown) => void
}

export interface WriterOptions extends WriterEvents {
  /** The recording's folder; created. */
  readonly folder: string
  readonly start: StartEntry
  readonly consent: Consent | null
  /** Number of the first block of each source; default 0. */
  readonly firstSequences?: readonly number[] | undefined
  /** For tests. */
  readonly partFrames?: number
  readonly syncEveryMs?: number
  readonly diskLookEveryMs?: number
}

/** Options of a writer that continues the recording of a dead one. */
export type TakeOverOptions = Omit<WriterOptions, 'start' | 'consent' | 'firstSequences'> & {
  readonly state: JournalState
}

/** Sound of a source that a sender still has and the studio may not have. */
export interface KeptBlocks {
  readonly source: number
  /** Number of the first block kept, or of the next one if none is. */
  readonly sequence: number
}
