import type { Consent, StartEntry, StopReason } from '#core/recording/journal-entry'

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
  /** The recording ended, by `stop` or by itself; its files are closed. */
  readonly onStopped?: (reason: StopReason) => void
  readonly onError: (error: unknown) => void
}

export interface WriterOptions extends WriterEvents {
  /** Of the recording; is created. */
  readonly folder: string
  readonly start: StartEntry
  readonly consent: Consent | null
  /** For tests. */
  readonly partFrames?: number
  readonly syncEveryMs?: number
  readonly diskLookEveryMs?: number
}
