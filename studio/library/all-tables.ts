import type { TableDescription } from './table-description.ts'
import { chunksTable } from './tables/chunks.ts'
import { connectionListsTable, connectionsTable } from './tables/connections.ts'
import { deletionsTable } from './tables/deletions.ts'
import { editsTable } from './tables/edits.ts'
import { episodesTable, recordingSourcesTable } from './tables/episodes.ts'
import { eventsTable } from './tables/events.ts'
import { glossariesTable } from './tables/glossaries.ts'
import { importedMembersTable } from './tables/imported-transcripts.ts'
import { jobsTable } from './tables/jobs.ts'
import { transcriptCardsTable } from './tables/kept-summaries.ts'
import { leasesTable } from './tables/leases.ts'
import { liveTextsTable } from './tables/live-texts.ts'
import { marksTable } from './tables/marks.ts'
import { modelsTable } from './tables/models.ts'
import { momentChangesTable } from './tables/moment-log.ts'
import { momentsTable } from './tables/moment-rows.ts'
import { meetingsTable } from './tables/moments.ts'
import { outputsTable } from './tables/outputs.ts'
import { paragraphsTable } from './tables/paragraphs.ts'
import { transcriptEvidenceTable, transcriptPlacesTable } from './tables/places.ts'
import { podcastsTable } from './tables/podcasts.ts'
import { recordedTable } from './tables/recorded.ts'
import { recordingDeletionsTable } from './tables/recording-deletions.ts'
import { listedRecordingsTable } from './tables/recording-list.ts'
import { recordingsTable, tracksTable } from './tables/recordings.ts'
import {
  declinedVoicesTable,
  rememberedVoicePartsTable,
  rememberedVoicesTable,
} from './tables/remembered-voices.ts'
import { runCostsTable } from './tables/run-costs.ts'
import { secondOpinionsTable } from './tables/second-opinions.ts'
import { settingsTable } from './tables/settings.ts'
import { shotsTable } from './tables/shots.ts'
import { soundDeletionsTable } from './tables/sound-deletions.ts'
import { speakersTable, turnsTable } from './tables/speakers-and-turns.ts'
import { tagsTable } from './tables/tags.ts'
import { currentTranscriptsTable } from './tables/transcript-facts.ts'
import { transcriptsTable } from './tables/transcripts.ts'
import { trimsTable } from './tables/trims.ts'
import { watchedFilesTable } from './tables/watched-files.ts'
import { watchedFoldersTable } from './tables/watched-folders.ts'

/** Every table of the library. `chunks` comes before `tracks`, by which its rows are found. */
export const allTables: readonly TableDescription[] = [
  recordingsTable,
  chunksTable,
  tracksTable,
  jobsTable,
  leasesTable,
  transcriptsTable,
  currentTranscriptsTable,
  speakersTable,
  turnsTable,
  paragraphsTable,
  marksTable,
  editsTable,
  outputsTable,
  eventsTable,
  modelsTable,
  settingsTable,
  tagsTable,
  transcriptCardsTable,
  importedMembersTable,
  transcriptEvidenceTable,
  transcriptPlacesTable,
  shotsTable,
  recordedTable,
  momentsTable,
  momentChangesTable,
  meetingsTable,
  trimsTable,
  glossariesTable,
  soundDeletionsTable,
  recordingDeletionsTable,
  secondOpinionsTable,
  liveTextsTable,
  runCostsTable,
  connectionsTable,
  connectionListsTable,
  podcastsTable,
  episodesTable,
  recordingSourcesTable,
  watchedFoldersTable,
  watchedFilesTable,
  listedRecordingsTable,
  rememberedVoicesTable,
  rememberedVoicePartsTable,
  declinedVoicesTable,
  deletionsTable,
]
