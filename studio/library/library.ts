import type { Transcript } from '#core/transcript/transcript'
import type { CardCalls } from './tables/cards.ts'
import type { ChunkCalls } from './tables/chunks.ts'
import type { ConnectionCalls } from './tables/connections.ts'
import type { EditCalls } from './tables/edits.ts'
import type { BackupCalls } from './database/backups.ts'
import type { EraseCalls } from './database/erase-calls.ts'
import type { CutCalls } from './tables/replace-with-part.ts'
import type { LibraryEvent } from './library-event.ts'
import type { EpisodeCalls } from './tables/episodes.ts'
import type { EventCalls } from './tables/events.ts'
import type { ImportedTranscriptCalls } from './tables/imported-transcripts.ts'
import type { GatheredCalls } from './tables/gathered-results.ts'
import type { GlossaryCalls } from './tables/glossaries.ts'
import type { JobCalls } from './tables/jobs.ts'
import type { Holder } from './lock/open-processes.ts'
import type { JoinCalls } from './tables/join-recordings.ts'
import type { LiveTextCalls } from './tables/live-texts.ts'
import type { ModelCalls } from './tables/models.ts'
import type { MomentCalls } from './tables/moments.ts'
import type { OutputCalls } from './tables/outputs.ts'
import type { PlaceCalls } from './tables/places.ts'
import type { PodcastCalls } from './tables/podcasts.ts'
import type { ListCalls } from './tables/recording-list.ts'
import type { RecordedCalls } from './tables/recorded.ts'
import type { RecordingCalls } from './tables/recordings.ts'
import type { RememberedVoiceCalls } from './tables/remembered-voices.ts'
import type { RunCostCalls } from './tables/run-costs.ts'
import type { SalvageReport } from './database/salvage.ts'
import type { SearchCalls } from './tables/search.ts'
import type { SecondOpinionCalls } from './tables/second-opinions.ts'
import type { SettingCalls } from './tables/settings.ts'
import type { SizeCalls } from './tables/sizes.ts'
import type { ShotCalls } from './tables/shots.ts'
import type { RecordingRowCalls } from './tables/delete-recording-rows.ts'
import type { DeletionCalls } from './tables/deletions.ts'
import type { RecordingDeletionCalls } from './tables/recording-deletions.ts'
import type { SoundDeletionCalls } from './tables/sound-deletions.ts'
import type { TagCalls } from './tables/tags.ts'
import type { TranscriptCalls } from './tables/transcripts.ts'
import type { TrimCalls } from './tables/trims.ts'
import type { TranslationCalls } from './tables/translations.ts'
import type { WatchedFileCalls } from './tables/watched-files.ts'
import type { WatchedFolderCalls } from './tables/watched-folders.ts'

export type { CardRow, CardTranscript } from './tables/cards.ts'
export type { ChunkKind, ChunkResult } from './tables/chunks.ts'
export type { StoredConnection } from './tables/connections.ts'
export type { EditsMade, EditRecord } from './tables/edits.ts'
export type { EventKind, LibraryEvent, TouchedIds } from './library-event.ts'
export type {
  Claim,
  JobError,
  StoredProgress,
  JobRecord,
  JobRequest,
  JobSettings,
  JobState,
  RequestedState,
} from './tables/jobs.ts'
export type { Holder } from './lock/open-processes.ts'
export type { Lease } from './tables/leases.ts'
export type { ModelRecord } from './tables/models.ts'
export type { GatheredResult } from './tables/gathered-results.ts'
export type { LostLiveChanges, StoredLiveText } from './tables/live-texts.ts'
export type { TypedMeeting } from './tables/moments.ts'
export type { OutputRecord } from './tables/outputs.ts'
export type { RecordingSource, StoredEpisode } from './tables/episodes.ts'
export type { PutPodcast, ReadPodcast, StoredPodcast } from './tables/podcasts.ts'
export type { CountedPlaces } from './tables/places.ts'
export type { UnfinishedDeletion } from './tables/deletions.ts'
export type { MediaFacts, NewRecording, StoredRecording, TrackRecord } from './tables/recordings.ts'
export type { NewRecorded, RecordedFacts, RecordedRecording } from './tables/recorded.ts'
export type { NewVoicePart, StoredVoice, StoredVoicePart } from './tables/remembered-voices.ts'
export type { SalvageReport } from './database/salvage.ts'
export type { HitWord, SearchHit } from './tables/search-hits.ts'
export type { SecondOpinion } from './tables/second-opinions.ts'
export type { SettingValue } from './tables/settings.ts'
export type { SoundDeletion } from './tables/sound-deletions.ts'
export type { StoredTranscript } from './stored-transcript.ts'
export type { VoicePrint } from './tables/speakers-and-turns.ts'
export type { TranscriptFacts } from './tables/transcript-facts.ts'
export type { NewTranscript, PutOptions } from './tables/transcripts.ts'
export type { WatchedFile, WatchedFileState, WaitingFile } from './tables/watched-files.ts'
export type { WatchedFolder, WatchedFolderOptions } from './tables/watched-folders.ts'

/** Calls that the worker implements, one group per table. Every call that changes something is one transaction. */
export interface LibraryCalls
  extends
    RecordingCalls,
    RecordingRowCalls,
    RecordedCalls,
    MomentCalls,
    LiveTextCalls,
    GlossaryCalls,
    PodcastCalls,
    EpisodeCalls,
    CardCalls,
    ListCalls,
    TagCalls,
    TrimCalls,
    CutCalls,
    EraseCalls,
    BackupCalls,
    JoinCalls,
    TranscriptCalls,
    PlaceCalls,
    ChunkCalls,
    JobCalls,
    OutputCalls,
    EditCalls,
    ImportedTranscriptCalls,
    GatheredCalls,
    SearchCalls,
    EventCalls,
    ShotCalls,
    SoundDeletionCalls,
    RecordingDeletionCalls,
    DeletionCalls,
    SizeCalls,
    TranslationCalls,
    ModelCalls,
    SecondOpinionCalls,
    RunCostCalls,
    RememberedVoiceCalls,
    ConnectionCalls,
    WatchedFolderCalls,
    WatchedFileCalls,
    SettingCalls {}

/** The same calls from outside the worker. */
export type Asynchronous<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...values: infer Values) => infer Result
    ? (...values: Values) => Promise<Result>
    : never
}

export interface Watch {
  stop(): void
}

/**
 * A library as a program uses it. Any call may throw a Fault: `library.busy` if another program locked it for 5 s,
 * `disk.full`, `disk.failed`, `library.damaged`, or those that the call documents.
 */
export interface Library extends Asynchronous<LibraryCalls> {
  readonly folder: string
  /** This process, as its rows in the library identify it. */
  readonly self: Holder
  /** Not null if the library was damaged at opening: what was restored, and where the damaged files are. */
  readonly openingReport: SalvageReport | null
  /** The whole transcript. Fault `recording.no-transcript` if there is none with that id. */
  transcript(id: string): Promise<Transcript>
  /**
   * Calls `onEvent` for every event after `since` (default: from now on), whichever program caused it, within about
   * 100 ms.
   */
  watch(onEvent: (event: LibraryEvent) => void, since?: number): Watch
  /** Ends the worker after the preceding calls have finished. */
  close(): Promise<void>
}
