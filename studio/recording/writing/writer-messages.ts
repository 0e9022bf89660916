import type { SoundBlock } from '#core/recording/block'
import type { Consent, JournalEntry, StartEntry, StopReason } from '#core/recording/journal-entry'
import type { JournalState } from '#core/recording/journal-state'
import type { MissingSound } from '#core/recording/missing-sound'
import type { KeptBlocks, SafeSound } from '../writer-options.ts'

/** Start data of the writer's thread. */
export interface WriterData {
  readonly folder: string
  readonly start: StartEntry
  readonly consent: Consent | null
  readonly firstSequences: readonly number[]
  /** State of a dead writer that this one continues for. */
  readonly state: JournalState | null
  /** Folder for sound that cannot be written to the recording's folder at the moment. */
  readonly spoolFolder: string | null
  readonly partFrames: number
  readonly syncEveryMs: number
  readonly diskLookEveryMs: number
}

/** A journal entry that contains its own effective time; a device's frame is then that of its source. */
export type ChangeEntry = Exclude<JournalEntry, { readonly kind: 'start' | 'part' | 'synced' | 'stop' }>

export type ToWriter =
  | { readonly kind: 'block'; readonly block: SoundBlock }
  | { readonly kind: 'change'; readonly call: number; readonly entry: ChangeEntry }
  | { readonly kind: 'settle'; readonly call: number }
  | { readonly kind: 'rejoin'; readonly call: number; readonly kept: readonly KeptBlocks[] }
  | { readonly kind: 'stop'; readonly call: number; readonly atMs: number; readonly reason: StopReason }
  | { readonly kind: 'leave'; readonly call: number }

/** An error of the disk as transferred between threads. */
export interface DiskError {
  readonly code: string | null
  readonly message: string
}

export type FromWriter =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: DiskError; readonly free: FreeSpace | null }
  | { readonly kind: 'answer'; readonly call: number; readonly error: DiskError | null }
  /** For each source, after each accepted block. */
  | {
      readonly kind: 'progress'
      /** Received, on disk or not. */
      readonly frames: readonly number[]
      /** Written to the source's files. */
      readonly writtenFrames: readonly number[]
      readonly receivedUpTo: readonly number[]
      /** Bytes of all accepted blocks. */
      readonly takenBytes: number
      /** Bytes of sound waiting in memory. */
      readonly waitingBytes: number
    }
  | { readonly kind: 'safe'; readonly sources: readonly SafeSound[] }
  | ({ readonly kind: 'missing' } & MissingSound)
  | { readonly kind: 'space'; readonly seconds: number; readonly lowMinutes: number | null }
  /** Nothing could be written for ten seconds; `again`: now it works. */
  | { readonly kind: 'failing'; readonly error: DiskError; readonly isKept: boolean }
  | { readonly kind: 'again' }
  | { readonly kind: 'error'; readonly error: DiskError }
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly atMs: number }

/** Sent if the disk is too full to start. */
export interface FreeSpace {
  readonly neededMegabytes: number
  readonly freeMegabytes: number
}
