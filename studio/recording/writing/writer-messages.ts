import type { SoundBlock } from '#core/recording/block'
import type { Consent, JournalEntry, StartEntry, StopReason } from '#core/recording/journal-entry'
import type { JournalState } from '#core/recording/journal-state'
import type { KeptBlocks, SafeSound } from '../writer-options.ts'

/** What the writer's thread is started with. */
export interface WriterData {
  readonly folder: string
  readonly start: StartEntry
  readonly consent: Consent | null
  readonly firstSequences: readonly number[]
  /** Of a writer that is gone and that this one goes on for. */
  readonly state: JournalState | null
  /** Where sound is kept that cannot be written to the folder for now. */
  readonly spoolFolder: string | null
  readonly partFrames: number
  readonly syncEveryMs: number
  readonly diskLookEveryMs: number
}

/** An entry of the journal that says itself when it takes effect; the frame of a device is that of its source then. */
export type ChangeEntry = Exclude<JournalEntry, { readonly kind: 'start' | 'part' | 'synced' | 'stop' }>

export type ToWriter =
  | { readonly kind: 'block'; readonly block: SoundBlock }
  | { readonly kind: 'change'; readonly call: number; readonly entry: ChangeEntry }
  | { readonly kind: 'settle'; readonly call: number }
  | { readonly kind: 'rejoin'; readonly call: number; readonly kept: readonly KeptBlocks[] }
  | { readonly kind: 'stop'; readonly call: number; readonly atMs: number; readonly reason: StopReason }
  | { readonly kind: 'leave'; readonly call: number }

/** An error of the disk as it crosses threads. */
export interface DiskError {
  readonly code: string | null
  readonly message: string
}

export type FromWriter =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: DiskError; readonly free: FreeRoom | null }
  | { readonly kind: 'answer'; readonly call: number; readonly error: DiskError | null }
  /** Of each source, after each block that was taken. */
  | {
      readonly kind: 'progress'
      /** Given, on disk or not. */
      readonly frames: readonly number[]
      /** In the source's files. */
      readonly writtenFrames: readonly number[]
      readonly receivedUpTo: readonly number[]
      /** Bytes of all blocks that were taken. */
      readonly takenBytes: number
      /** Sound that waits in memory. */
      readonly waitingBytes: number
    }
  | { readonly kind: 'safe'; readonly sources: readonly SafeSound[] }
  | { readonly kind: 'room'; readonly seconds: number; readonly lowMinutes: number | null }
  /** Nothing can be written for ten seconds; `again`: now it can. */
  | { readonly kind: 'failing'; readonly error: DiskError; readonly isKept: boolean }
  | { readonly kind: 'again' }
  | { readonly kind: 'error'; readonly error: DiskError }
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly atMs: number }

/** On a disk that is too full to start. */
export interface FreeRoom {
  readonly neededMegabytes: number
  readonly freeMegabytes: number
}
