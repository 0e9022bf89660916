import type { TableDescription } from './table-description.ts'
import { chunksTable } from './tables/jobs/chunks.ts'
import { connectionListsTable, connectionsTable } from './tables/sources/connections.ts'
import { deletionsTable } from './tables/recordings/deletions.ts'
import { editsTable } from './tables/transcripts/edits.ts'
import { episodesTable, recordingSourcesTable } from './tables/sources/episodes.ts'
import { eventsTable } from './tables/events.ts'
import { glossariesTable } from './tables/glossaries.ts'
import { importedMembersTable } from './tables/results/imported-transcripts.ts'
import { jobsTable } from './tables/jobs/jobs.ts'
import { transcriptCardsTable } from './tables/transcripts/kept-summaries.ts'
import { leasesTable } from './tables/jobs/leases.ts'
import { liveTextsTable } from './tables/recorded/live-texts.ts'
import { marksTable } from './tables/transcripts/marks.ts'
import { modelsTable } from './tables/models.ts'
import { cutStretchesTable } from './tables/recorded/cut-stretch-rows.ts'
import { momentChangesTable } from './tables/recorded/moment-log.ts'
import { momentsTable } from './tables/recorded/moment-rows.ts'
import { meetingsTable } from './tables/recorded/moments.ts'
import { outputsTable } from './tables/jobs/outputs.ts'
import { paragraphsTable } from './tables/transcripts/paragraphs.ts'
import { transcriptEvidenceTable, transcriptPlacesTable } from './tables/search/places.ts'
import { podcastsTable } from './tables/sources/podcasts.ts'
import { proposedCorrectionsTable } from './tables/results/proposed-corrections.ts'
import { recordedTable } from './tables/recorded/recorded.ts'
import { recordingDeletionsTable } from './tables/recordings/recording-deletions.ts'
import { listedRecordingsTable } from './tables/list/recording-list.ts'
import { recordingsTable, tracksTable } from './tables/recordings/recordings.ts'
import {
  declinedVoicesTable,
  rememberedVoicePartsTable,
  rememberedVoicesTable,
} from './tables/remembered-voices.ts'
import { runCostsTable } from './tables/jobs/run-costs.ts'
import { checkedJoinsTable } from './tables/results/checked-joins.ts'
import { secondOpinionsTable } from './tables/results/second-opinions.ts'
import { settingsTable } from './tables/settings.ts'
import { shotsTable } from './tables/recordings/shots.ts'
import { showNotesTable } from './tables/recordings/show-notes.ts'
import { soundDeletionsTable } from './tables/recorded/sound-deletions.ts'
import { speakersTable, turnsTable } from './tables/transcripts/speakers-and-turns.ts'
import { tagsTable } from './tables/recordings/tags.ts'
import { currentTranscriptsTable } from './tables/transcripts/transcript-facts.ts'
import { transcriptsTable } from './tables/transcripts/transcripts.ts'
import { trimsTable } from './tables/recordings/trims.ts'
import { watchedFilesTable } from './tables/sources/watched-files.ts'
import { watchedFoldersTable } from './tables/sources/watched-folders.ts'

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
  showNotesTable,
  recordedTable,
  momentsTable,
  momentChangesTable,
  cutStretchesTable,
  meetingsTable,
  trimsTable,
  glossariesTable,
  soundDeletionsTable,
  recordingDeletionsTable,
  secondOpinionsTable,
  proposedCorrectionsTable,
  checkedJoinsTable,
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
