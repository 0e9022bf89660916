import { createCardCalls } from '../tables/list/cards.ts'
import { createConnectionCalls } from '../tables/sources/connections.ts'
import { createChunkCalls } from '../tables/jobs/chunks.ts'
import { createEditCalls } from '../tables/transcripts/edits.ts'
import { createEpisodeCalls } from '../tables/sources/episodes.ts'
import { createEventCalls } from '../tables/events.ts'
import { createImportedTranscriptCalls } from '../tables/results/imported-transcripts.ts'
import { createGatheredCalls } from '../tables/results/gathered-results.ts'
import { createGlossaryCalls } from '../tables/glossaries.ts'
import { createJobCalls } from '../tables/jobs/jobs.ts'
import { createLiveTextCalls } from '../tables/recorded/live-texts.ts'
import type { LibraryCalls } from '../library.ts'
import { createModelCalls } from '../tables/models.ts'
import { createCutStretchCalls } from '../tables/recorded/cut-stretches.ts'
import { createMomentCalls } from '../tables/recorded/moments.ts'
import { createOutputCalls } from '../tables/jobs/outputs.ts'
import { createListCalls } from '../tables/list/recording-list.ts'
import { createPlaceCalls } from '../tables/search/places.ts'
import { createPodcastCalls } from '../tables/sources/podcasts.ts'
import { createProposedCorrectionCalls } from '../tables/results/proposed-corrections.ts'
import { createRecordedCalls } from '../tables/recorded/recorded.ts'
import { createRecordingCalls } from '../tables/recordings/recordings.ts'
import { createRecordingRowCalls } from '../tables/recordings/delete-recording-rows.ts'
import { createJoinCalls } from '../tables/results/join-recordings.ts'
import { createReplaceWithPartCalls } from '../tables/results/replace-with-part.ts'
import { createBackupCalls } from '../database/backups.ts'
import { createEraseCalls } from '../database/erase-calls.ts'
import { createRememberedVoiceCalls } from '../tables/remembered-voices.ts'
import { createRunCostCalls } from '../tables/jobs/run-costs.ts'
import { createSearchCalls } from '../tables/search/search.ts'
import { createCheckedJoinCalls } from '../tables/results/checked-joins.ts'
import { createSecondOpinionCalls } from '../tables/results/second-opinions.ts'
import { createSettingCalls } from '../tables/settings.ts'
import { createShowNotesCalls } from '../tables/recordings/show-notes.ts'
import { createShotCalls } from '../tables/recordings/shots.ts'
import { createSizeCalls } from '../tables/recordings/sizes.ts'
import { createDeletionCalls } from '../tables/recordings/deletions.ts'
import { createRecordingDeletionCalls } from '../tables/recordings/recording-deletions.ts'
import { createSoundDeletionCalls } from '../tables/recorded/sound-deletions.ts'
import type { Store } from '../database/store.ts'
import { createTagCalls } from '../tables/recordings/tags.ts'
import { createTranscriptCalls } from '../tables/transcripts/transcripts.ts'
import { createTrimCalls } from '../tables/recordings/trims.ts'
import { createWatchedFileCalls } from '../tables/sources/watched-files.ts'
import { createWatchedFolderCalls } from '../tables/sources/watched-folders.ts'
import { createTranslationCalls } from '../tables/transcripts/translations.ts'

/** Every call on an open library. */
export function createLibraryCalls(store: Store): LibraryCalls {
  const recordings = createRecordingCalls(store)
  const addRecording: typeof recordings.addRecording = (recording) => recordings.addRecording(recording)
  const imported = createImportedTranscriptCalls(store, addRecording)
  const [tags, moments] = [createTagCalls(store), createMomentCalls(store)]
  return {
    ...recordings,
    ...createRecordedCalls(store, addRecording),
    ...imported,
    ...createGatheredCalls(store, { ...imported, ...tags, ...moments, addRecording }),
    ...createCardCalls(store),
    ...createListCalls(store),
    ...tags,
    ...createTrimCalls(store),
    ...createReplaceWithPartCalls(store),
    ...createEraseCalls(store),
    ...createBackupCalls(store),
    ...createRecordingRowCalls(store),
    ...createJoinCalls(store),
    ...moments,
    ...createCutStretchCalls(store),
    ...createLiveTextCalls(store),
    ...createGlossaryCalls(store),
    ...createPodcastCalls(store),
    ...createEpisodeCalls(store),
    ...createCheckedJoinCalls(store),
    ...createSecondOpinionCalls(store),
    ...createProposedCorrectionCalls(store),
    ...createRunCostCalls(store),
    ...createRememberedVoiceCalls(store),
    ...createConnectionCalls(store),
    ...createTranscriptCalls(store),
    ...createPlaceCalls(store),
    ...createChunkCalls(store),
    ...createJobCalls(store),
    ...createOutputCalls(store),
    ...createEditCalls(store),
    ...createSearchCalls(store),
    ...createEventCalls(store),
    ...createModelCalls(store),
    ...createSettingCalls(store),
    ...createShotCalls(store),
    ...createShowNotesCalls(store),
    ...createSoundDeletionCalls(store),
    ...createRecordingDeletionCalls(store),
    ...createDeletionCalls(store),
    ...createSizeCalls(store),
    ...createTranslationCalls(store),
    ...createWatchedFolderCalls(store),
    ...createWatchedFileCalls(store),
  }
}
