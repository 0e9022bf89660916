import { createCardCalls } from '../tables/cards.ts'
import { createConnectionCalls } from '../tables/connections.ts'
import { createChunkCalls } from '../tables/chunks.ts'
import { createEditCalls } from '../tables/edits.ts'
import { createEpisodeCalls } from '../tables/episodes.ts'
import { createEventCalls } from '../tables/events.ts'
import { createImportedTranscriptCalls } from '../tables/imported-transcripts.ts'
import { createGatheredCalls } from '../tables/gathered-results.ts'
import { createGlossaryCalls } from '../tables/glossaries.ts'
import { createJobCalls } from '../tables/jobs.ts'
import { createLiveTextCalls } from '../tables/live-texts.ts'
import type { LibraryCalls } from '../library.ts'
import { createModelCalls } from '../tables/models.ts'
import { createMomentCalls } from '../tables/moments.ts'
import { createOutputCalls } from '../tables/outputs.ts'
import { createListCalls } from '../tables/recording-list.ts'
import { createPlaceCalls } from '../tables/places.ts'
import { createPodcastCalls } from '../tables/podcasts.ts'
import { createRecordedCalls } from '../tables/recorded.ts'
import { createRecordingCalls } from '../tables/recordings.ts'
import { createRecordingRowCalls } from '../tables/delete-recording-rows.ts'
import { createJoinCalls } from '../tables/join-recordings.ts'
import { createCutCalls } from '../tables/replace-with-part.ts'
import { createBackupCalls } from '../database/backups.ts'
import { createEraseCalls } from '../database/erase-calls.ts'
import { createRememberedVoiceCalls } from '../tables/remembered-voices.ts'
import { createRunCostCalls } from '../tables/run-costs.ts'
import { createSearchCalls } from '../tables/search.ts'
import { createSecondOpinionCalls } from '../tables/second-opinions.ts'
import { createSettingCalls } from '../tables/settings.ts'
import { createShotCalls } from '../tables/shots.ts'
import { createSizeCalls } from '../tables/sizes.ts'
import { createDeletionCalls } from '../tables/deletions.ts'
import { createRecordingDeletionCalls } from '../tables/recording-deletions.ts'
import { createSoundDeletionCalls } from '../tables/sound-deletions.ts'
import type { Store } from '../database/store.ts'
import { createTagCalls } from '../tables/tags.ts'
import { createTranscriptCalls } from '../tables/transcripts.ts'
import { createTrimCalls } from '../tables/trims.ts'
import { createWatchedFileCalls } from '../tables/watched-files.ts'
import { createWatchedFolderCalls } from '../tables/watched-folders.ts'
import { createTranslationCalls } from '../tables/translations.ts'

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
    ...createCutCalls(store),
    ...createEraseCalls(store),
    ...createBackupCalls(store),
    ...createRecordingRowCalls(store),
    ...createJoinCalls(store),
    ...moments,
    ...createLiveTextCalls(store),
    ...createGlossaryCalls(store),
    ...createPodcastCalls(store),
    ...createEpisodeCalls(store),
    ...createSecondOpinionCalls(store),
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
    ...createSoundDeletionCalls(store),
    ...createRecordingDeletionCalls(store),
    ...createDeletionCalls(store),
    ...createSizeCalls(store),
    ...createTranslationCalls(store),
    ...createWatchedFolderCalls(store),
    ...createWatchedFileCalls(store),
  }
}
