import { cardCalls } from '../tables/cards.ts'
import { chunkCalls } from '../tables/chunks.ts'
import { editCalls } from '../tables/edits.ts'
import { eventCalls } from '../tables/events.ts'
import { importedTranscriptCalls } from '../tables/imported-transcripts.ts'
import { jobCalls } from '../tables/jobs.ts'
import type { LeaseKeeperCalls } from './lease-keeper.ts'
import type { LibraryCalls } from '../library.ts'
import { modelCalls } from '../tables/models.ts'
import { outputCalls } from '../tables/outputs.ts'
import { listCalls } from '../tables/recording-list.ts'
import { placeCalls } from '../tables/places.ts'
import { recordingCalls } from '../tables/recordings.ts'
import { searchCalls } from '../tables/search.ts'
import { settingCalls } from '../tables/settings.ts'
import type { Store } from '../database/store.ts'
import { tagCalls } from '../tables/tags.ts'
import { transcriptCalls } from '../tables/transcripts.ts'

/** Everything that can be done with an open library, but for what needs time to pass. */
export function libraryCalls(store: Store): Omit<LibraryCalls, keyof LeaseKeeperCalls> {
  const recordings = recordingCalls(store)
  return {
    ...recordings,
    ...importedTranscriptCalls(store, (recording) => recordings.addRecording(recording)),
    ...cardCalls(store),
    ...listCalls(store),
    ...tagCalls(store),
    ...transcriptCalls(store),
    ...placeCalls(store),
    ...chunkCalls(store),
    ...jobCalls(store),
    ...outputCalls(store),
    ...editCalls(store),
    ...searchCalls(store),
    ...eventCalls(store),
    ...modelCalls(store),
    ...settingCalls(store),
  }
}
