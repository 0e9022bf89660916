import { cardCalls } from './cards.ts'
import { chunkCalls } from './chunks.ts'
import { editCalls } from './edits.ts'
import { eventCalls } from './events.ts'
import { importedTranscriptCalls } from './imported-transcripts.ts'
import { jobCalls } from './jobs.ts'
import type { LeaseKeeperCalls } from './lease-keeper.ts'
import type { LibraryCalls } from './library.ts'
import { modelCalls } from './models.ts'
import { outputCalls } from './outputs.ts'
import { listCalls } from './recording-list.ts'
import { placeCalls } from './places.ts'
import { recordingCalls } from './recordings.ts'
import { searchCalls } from './search.ts'
import { settingCalls } from './settings.ts'
import type { Store } from './store.ts'
import { tagCalls } from './tags.ts'
import { transcriptCalls } from './transcripts.ts'

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
