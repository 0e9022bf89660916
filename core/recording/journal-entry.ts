import type { DecodedLine, LiveChange } from '../live-text/live-record.ts'
import type { MomentKind, StoredMoment } from '../moments/moment.ts'

export { type MomentKind, momentKinds } from '../moments/moment.ts'

/** The kind of meeting, which determines how the microphone is set up. */
export const recordingTypes = ['meeting', 'podcast'] as const
export type RecordingType = (typeof recordingTypes)[number]

/** Where a source's sound comes from. */
export const sourceRoles = ['microphone', 'system'] as const
export type SourceRole = (typeof sourceRoles)[number]

export interface RecordedSource {
  /** The person's name for the track: "Me", "Others", the device's name. */
  readonly name: string
  readonly role: SourceRole
  /** The device at the start, as named by its system. */
  readonly device: string
}

/** Whether everyone present knows and nobody objects, as confirmed by the person. */
export interface Consent {
  readonly given: boolean
  /** When it was ticked or unticked, ms since the epoch. */
  readonly atMs: number
}

/** As created by a keystroke: only the text, or also the parts of an action. */
export type Moment = StoredMoment & { readonly kind: MomentKind }

/** Written once, as the first line. */
export interface StartEntry {
  readonly kind: 'start'
  readonly version: 1
  readonly id: string
  readonly title: string
  /** ISO 639 code, or `auto`. */
  readonly language: string
  /** Number of people; null if unspecified. */
  readonly people: number | null
  readonly type: RecordingType
  readonly sources: readonly RecordedSource[]
  /** The clock's origin, in ms since the epoch. */
  readonly atMs: number
  /** Text while recording was requested. */
  readonly liveText?: boolean
  /** A page delivers the sound: if the writer is killed, the page may reconnect with what it kept. */
  readonly fromPage?: boolean
}

/** How the clock placed a source; `frame` is the position in the source's file, in frames of 48 kHz. */
export type ClockEntry =
  | {
      readonly kind: 'gap'
      readonly source: number
      readonly frame: number
      /** Of silence. */
      readonly frames: number
      /**
       * `start`: before the first sound; `late`: by the clock; `lost`: by the sender's count; `end`: after
       * the last (earlier versions).
       */
      readonly reason: 'start' | 'late' | 'lost' | 'end'
    }
  /**
   * The sample at `frame` was captured at `atMs` on the recording's clock or slightly earlier; `run` counts
   * from 0.
   */
  | {
      readonly kind: 'time'
      readonly source: number
      readonly run: number
      readonly frame: number
      readonly atMs: number
    }

export const stopReasons = ['asked', 'time', 'disk-full', 'closed'] as const
export type StopReason = (typeof stopReasons)[number]

export type JournalEntry =
  | StartEntry
  | ClockEntry
  /** A new file of the source, which begins at `frame`. */
  | { readonly kind: 'part'; readonly source: number; readonly frame: number; readonly file: string }
  /** Written to disk: all blocks before `sequence`, `frames` in all files of the source. */
  | { readonly kind: 'synced'; readonly source: number; readonly sequence: number; readonly frames: number }
  /** Another device replaced the source's device. */
  | { readonly kind: 'device'; readonly source: number; readonly frame: number; readonly device: string }
  /** The computer slept, on the clock of the blocks. */
  | { readonly kind: 'sleep'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'pause'; readonly atMs: number }
  | { readonly kind: 'resume'; readonly atMs: number }
  /** If an id recurs, the newer entry applies. */
  | ({ readonly kind: 'moment' } & { readonly moment: Moment })
  | { readonly kind: 'moment-removed'; readonly id: string }
  | { readonly kind: 'consent'; readonly consent: Consent }
  | { readonly kind: 'title'; readonly title: string }
  /** Text while recording. */
  | { readonly kind: 'live-line'; readonly line: DecodedLine }
  | { readonly kind: 'live-change'; readonly change: LiveChange }
  | { readonly kind: 'stop'; readonly atMs: number; readonly reason: StopReason }

/** Entries stored with the sound that do not affect it. */
export type NotedEntry = Extract<
  JournalEntry,
  { readonly kind: 'moment' | 'moment-removed' | 'consent' | 'title' | 'sleep' | 'live-line' | 'live-change' }
>
