import type {
  Consent,
  Moment,
  RecordedSource,
  RecordingType,
  StopReason,
} from '#core/recording/journal-entry'
import type { MissingSound } from '#core/recording/missing-sound'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import type { LiveFeed } from './live-feed.ts'
import type { RecordingWriter } from './recording-writer.ts'
import type { SafeSound } from './writer-options.ts'

export interface NewRunning {
  readonly title: string
  readonly language: string
  readonly people: number | null
  readonly type: RecordingType
  readonly sources: readonly RecordedSource[]
  readonly consent: Consent | null
  /** Text while recording. */
  readonly liveText?: boolean | undefined
  /** A page supplies the sound. */
  readonly fromPage?: boolean | undefined
  /** Number of the first block of each source; default 0. */
  readonly firstSequences?: readonly number[] | undefined
  /** Start time by the blocks' clock; ms since the epoch. */
  readonly atMs: number
}

/** Sent to listeners of a running recording. */
export type RecorderNews =
  | { readonly kind: 'safe'; readonly sources: readonly SafeSound[] }
  | { readonly kind: 'disk-low'; readonly minutes: number }
  | ({ readonly kind: 'missing' } & MissingSound)
  /** Nothing can be written at the moment; null: writing works again. */
  | { readonly kind: 'failing'; readonly error: Error | null }
  /** `live` has changed. */
  | { readonly kind: 'live' }
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly atMs: number }
  | { readonly kind: 'added'; readonly recording: StoredRecording | null }
  | { readonly kind: 'not-added'; readonly error: unknown }

export interface RunningRecording {
  readonly id: string
  readonly options: NewRunning
  readonly writer: RecordingWriter
  title: string
  readonly moments: Map<string, Moment>
  consent: Consent | null
  readonly devices: string[]
  readonly live: LiveFeed
  diskLowMinutes: number | null
  /** Why nothing can be written at the moment; null if writing works. */
  failing: Error | null
  stopReason: StopReason | null
  /** Progress of making its file, 0–1; null before Stop. */
  finished: number | null
  /** Resolves when its file is made, or rejects if that failed; set by `stop`. */
  result: Promise<StoredRecording | null> | null
  readonly listeners: Set<(news: RecorderNews) => void>
  /** Channels of pages connected for its sound. */
  readonly channels: Set<object>
  /** Its writer was killed, and no page has attached since. */
  isWaiting: boolean
  /** Its first writer was killed: resolves once sound may be appended to this one. Null for the first. */
  joined: Promise<void> | null
}

export type BegunRecording = Pick<
  RunningRecording,
  'id' | 'options' | 'writer' | 'title' | 'moments' | 'consent' | 'devices' | 'live' | 'isWaiting'
>

/** A recording that accepts sound, or waits for its page. */
export function begunRecording(begun: BegunRecording): RunningRecording {
  return {
    ...begun,
    joined: null,
    diskLowMinutes: null,
    failing: null,
    stopReason: null,
    finished: null,
    result: null,
    listeners: new Set(),
    channels: new Set(),
  }
}
