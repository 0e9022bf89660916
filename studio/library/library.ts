import type { Transcript } from '#core/transcript/transcript'
import type { CardCalls } from './tables/list/cards.ts'
import type { ChunkCalls } from './tables/jobs/chunks.ts'
import type { ConnectionCalls } from './tables/sources/connections.ts'
import type { EditCalls } from './tables/transcripts/edits.ts'
import type { BackupCalls } from './database/backups.ts'
import type { EraseCalls } from './database/erase-calls.ts'
import type { ReplaceWithPartCalls } from './tables/results/replace-with-part.ts'
import type { LibraryEvent } from './library-event.ts'
import type { EpisodeCalls } from './tables/sources/episodes.ts'
import type { EventCalls } from './tables/events.ts'
import type { ImportedTranscriptCalls } from './tables/results/imported-transcripts.ts'
import type { GatheredCalls } from './tables/results/gathered-results.ts'
import type { GlossaryCalls } from './tables/glossaries.ts'
import type { JobCalls } from './tables/jobs/jobs.ts'
import type { Holder } from './lock/open-processes.ts'
import type { JoinCalls } from './tables/results/join-recordings.ts'
import type { LiveTextCalls } from './tables/recorded/live-texts.ts'
import type { ModelCalls } from './tables/models.ts'
import type { CutStretchCalls } from './tables/recorded/cut-stretches.ts'
import type { MomentCalls } from './tables/recorded/moments.ts'
import type { OutputCalls } from './tables/jobs/outputs.ts'
import type { PlaceCalls } from './tables/search/places.ts'
import type { PodcastCalls } from './tables/sources/podcasts.ts'
import type { ListCalls } from './tables/list/recording-list.ts'
import type { RecordedCalls } from './tables/recorded/recorded.ts'
import type { RecordingCalls } from './tables/recordings/recordings.ts'
import type { RememberedVoiceCalls } from './tables/remembered-voices.ts'
import type { RunCostCalls } from './tables/jobs/run-costs.ts'
import type { SalvageReport } from './database/salvage.ts'
import type { SearchCalls } from './tables/search/search.ts'
import type { ProposedCorrectionCalls } from './tables/results/proposed-corrections.ts'
import type { CheckedJoinCalls } from './tables/results/checked-joins.ts'
import type { SecondOpinionCalls } from './tables/results/second-opinions.ts'
import type { SettingCalls } from './tables/settings.ts'
import type { SizeCalls } from './tables/recordings/sizes.ts'
import type { ShotCalls } from './tables/recordings/shots.ts'
import type { ShowNotesCalls } from './tables/recordings/show-notes.ts'
import type { RecordingRowCalls } from './tables/recordings/delete-recording-rows.ts'
import type { DeletionCalls } from './tables/recordings/deletions.ts'
import type { RecordingDeletionCalls } from './tables/recordings/recording-deletions.ts'
import type { SoundDeletionCalls } from './tables/recorded/sound-deletions.ts'
import type { TagCalls } from './tables/recordings/tags.ts'
import type { TranscriptCalls } from './tables/transcripts/transcripts.ts'
import type { TrimCalls } from './tables/recordings/trims.ts'
import type { TranslationCalls } from './tables/transcripts/translations.ts'
import type { WatchedFileCalls } from './tables/sources/watched-files.ts'
import type { WatchedFolderCalls } from './tables/sources/watched-folders.ts'

export type { CardRow, CardTranscript } from './tables/list/cards.ts'
export type { ChunkKind, ChunkResult } from './tables/jobs/chunks.ts'
export type { StoredConnection } from './tables/sources/connections.ts'
export type { EditsMade, EditRecord } from './tables/transcripts/edits.ts'
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
} from './tables/jobs/jobs.ts'
export type { Holder } from './lock/open-processes.ts'
export type { Lease } from './tables/jobs/leases.ts'
export type { ModelRecord } from './tables/models.ts'
export type { GatheredResult } from './tables/results/gathered-results.ts'
export type { LostLiveChanges, StoredLiveText } from './tables/recorded/live-texts.ts'
export type { TypedMeeting } from './tables/recorded/moments.ts'
export type { OutputRecord } from './tables/jobs/outputs.ts'
export type { RecordingSource, StoredEpisode } from './tables/sources/episodes.ts'
export type { PutPodcast, ReadPodcast, StoredPodcast } from './tables/sources/podcasts.ts'
export type { CountedPlaces } from './tables/search/places.ts'
export type { UnfinishedDeletion } from './tables/recordings/deletions.ts'
export type {
  MediaFacts,
  NewRecording,
  StoredRecording,
  TrackRecord,
} from './tables/recordings/recordings.ts'
export type { NewRecorded, RecordedFacts, RecordedRecording } from './tables/recorded/recorded.ts'
export type { NewVoicePart, StoredVoice, StoredVoicePart } from './tables/remembered-voices.ts'
export type { SalvageReport } from './database/salvage.ts'
export type { HitWord, SearchHit } from './tables/search/search-hits.ts'
export type { OpinionText, SecondOpinion } from './tables/results/second-opinions.ts'
export type { SettingValue } from './tables/settings.ts'
export type { SoundDeletion } from './tables/recorded/sound-deletions.ts'
export type { StoredTranscript } from './stored-transcript.ts'
export type { VoicePrint } from './tables/transcripts/speakers-and-turns.ts'
export type { TranscriptFacts } from './tables/transcripts/transcript-facts.ts'
export type { NewTranscript, PutOptions } from './tables/transcripts/transcripts.ts'
export type { WatchedFile, WatchedFileState, WaitingFile } from './tables/sources/watched-files.ts'
export type { WatchedFolder, WatchedFolderOptions } from './tables/sources/watched-folders.ts'

/** Calls that the worker implements, one group per table. Every call that changes something is one transaction. */
export interface LibraryCalls
  extends
    RecordingCalls,
    RecordingRowCalls,
    RecordedCalls,
    MomentCalls,
    CutStretchCalls,
    LiveTextCalls,
    GlossaryCalls,
    PodcastCalls,
    EpisodeCalls,
    CardCalls,
    ListCalls,
    TagCalls,
    TrimCalls,
    ReplaceWithPartCalls,
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
    ShowNotesCalls,
    SoundDeletionCalls,
    RecordingDeletionCalls,
    DeletionCalls,
    SizeCalls,
    TranslationCalls,
    ModelCalls,
    CheckedJoinCalls,
    SecondOpinionCalls,
    ProposedCorrectionCalls,
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
