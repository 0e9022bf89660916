import type { Transcript } from '#core/transcript/transcript'
import type { CardCalls } from './cards.ts'
import type { ChunkCalls } from './chunks.ts'
import type { EditCalls } from './edits.ts'
import type { EventCalls, LibraryEvent } from './events.ts'
import type { ImportedTranscriptCalls } from './imported-transcripts.ts'
import type { JobCalls } from './jobs.ts'
import type { LeaseKeeperCalls } from './lease-keeper.ts'
import type { ModelCalls } from './models.ts'
import type { OutputCalls } from './outputs.ts'
import type { PlaceCalls } from './places.ts'
import type { ListCalls } from './recording-list.ts'
import type { RecordingCalls } from './recordings.ts'
import type { SalvageReport } from './salvage.ts'
import type { SearchCalls } from './search.ts'
import type { SettingCalls } from './settings.ts'
import type { TagCalls } from './tags.ts'
import type { TranscriptCalls } from './transcripts.ts'

export type { CardRow, CardTranscript } from './cards.ts'
export type { ChunkKind, ChunkResult } from './chunks.ts'
export type { EditsMade, EditRecord } from './edits.ts'
export type { EventKind, LibraryEvent, Touched } from './events.ts'
export type {
  Claim,
  JobError,
  JobProgress,
  JobRecord,
  JobRequest,
  JobSettings,
  JobState,
  SettledState,
} from './jobs.ts'
export type { Lease } from './leases.ts'
export type { ModelRecord } from './models.ts'
export type { OutputRecord } from './outputs.ts'
export type { CountedPlaces } from './places.ts'
export type { DeletedRecording, MediaFacts, NewRecording, RecordingRow, TrackRecord } from './recordings.ts'
export type { SalvageReport } from './salvage.ts'
export type { HitWord, SearchHit } from './search.ts'
export type { SettingValue } from './settings.ts'
export type { StoredTranscript } from './stored-transcript.ts'
export type { NewTranscript, PutOptions, TranscriptFacts, VoicePrint } from './transcripts.ts'

/** What the worker does, a group a table. Every call that changes something is one transaction. */
export interface LibraryCalls
  extends
    RecordingCalls,
    CardCalls,
    ListCalls,
    TagCalls,
    TranscriptCalls,
    PlaceCalls,
    ChunkCalls,
    JobCalls,
    LeaseKeeperCalls,
    OutputCalls,
    EditCalls,
    ImportedTranscriptCalls,
    SearchCalls,
    EventCalls,
    ModelCalls,
    SettingCalls {}

/** The same calls from the other side of the worker's border. */
export type Asynchronous<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...values: infer Values) => infer Result
    ? (...values: Values) => Promise<Result>
    : never
}

export interface Watch {
  stop(): void
}

/**
 * A library as a program sees it. Any call may end in a Fault: `library.busy` when another program held it
 * for 5 s, `disk.full`, `disk.failed`, `library.damaged`, or what the call itself names.
 */
export interface Library extends Asynchronous<LibraryCalls> {
  readonly folder: string
  /** Not null when the library was found damaged at opening: what was saved, and where the rest is kept. */
  readonly openingReport: SalvageReport | null
  /** The whole transcript. Fault `recording.no-transcript` where there is none of that id. */
  transcript(id: string): Promise<Transcript>
  /**
   * Calls `onEvent` for every event after `since` (by default: from now on), whatever program made it,
   * within about 100 ms.
   */
  watch(onEvent: (event: LibraryEvent) => void, since?: number): Watch
  /** Ends the worker once the calls before it are done. */
  close(): Promise<void>
}
