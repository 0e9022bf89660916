import type { DecodedLine, LiveChange } from '../live-text/live-record.ts'
import type { MomentKind, StoredMoment } from '../moments/moment.ts'

export { type MomentKind, momentKinds } from '../moments/moment.ts'

/** What kind of meeting is recorded: it decides how the microphone is set up. */
export const recordingTypes = ['meeting', 'podcast'] as const
export type RecordingType = (typeof recordingTypes)[number]

/** Where a source's sound comes from. */
export const sourceRoles = ['microphone', 'system'] as const
export type SourceRole = (typeof sourceRoles)[number]

export interface RecordedSource {
  /** What the person calls the track: "Me", "Others", the device's name. */
  readonly name: string
  readonly role: SourceRole
  /** The device at the start, as its system names it. */
  readonly device: string
}

/** Whether everyone present knows and nobody objects, as the person ticked it. */
export interface Consent {
  readonly given: boolean
  /** When it was ticked or unticked, ms since the epoch. */
  readonly atMs: number
}

/** As a key gives it: the text alone, or the parts of an action too. */
export type Moment = StoredMoment & { readonly kind: MomentKind }

/** Written once, as the first line. */
export interface StartEntry {
  readonly kind: 'start'
  readonly version: 1
  readonly id: string
  readonly title: string
  /** ISO 639 code, or `auto`. */
  readonly language: string
  /** Number of people; null if not given. */
  readonly people: number | null
  readonly type: RecordingType
  readonly sources: readonly RecordedSource[]
  /** The clock's zero, ms since the epoch. */
  readonly atMs: number
  /** Text while recording was asked for. */
  readonly liveText?: boolean
  /** A page gives the sound: if the writer is killed, the page may come back with what it kept. */
  readonly fromPage?: boolean
}

/** What the clock did to a source; `frame` is the position in the source's file, in frames of 48 kHz. */
export type ClockEntry =
  | {
      readonly kind: 'gap'
      readonly source: number
      readonly frame: number
      /** Of silence. */
      readonly frames: number
      /** `start`: before the first sound; `late`: by the clock; `lost`: by the sender's count; `end`: after the last (earlier versions). */
      readonly reason: 'start' | 'late' | 'lost' | 'end'
    }
  /** The sample at `frame` was captured at `atMs` of the recording's clock or a little before; `run` counts from 0. */
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
  /** On disk: all blocks before `sequence`, `frames` in all files of the source. */
  | { readonly kind: 'synced'; readonly source: number; readonly sequence: number; readonly frames: number }
  /** Another device took the source over. */
  | { readonly kind: 'device'; readonly source: number; readonly frame: number; readonly device: string }
  /** The computer slept, by the clock that blocks carry. */
  | { readonly kind: 'sleep'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'pause'; readonly atMs: number }
  | { readonly kind: 'resume'; readonly atMs: number }
  /** The same id again: the newer one holds. */
  | ({ readonly kind: 'moment' } & { readonly moment: Moment })
  | { readonly kind: 'moment-removed'; readonly id: string }
  | { readonly kind: 'consent'; readonly consent: Consent }
  | { readonly kind: 'title'; readonly title: string }
  /** Text while recording. */
  | { readonly kind: 'live-line'; readonly line: DecodedLine }
  | { readonly kind: 'live-change'; readonly change: LiveChange }
  | { readonly kind: 'stop'; readonly atMs: number; readonly reason: StopReason }

/** What is kept beside the sound, and changes nothing of it. */
export type NotedEntry = Extract<
  JournalEntry,
  { readonly kind: 'moment' | 'moment-removed' | 'consent' | 'title' | 'sleep' | 'live-line' | 'live-change' }
>
