import { firstTables } from './0001-first-tables.ts'
import { cardsAndTags } from './0002-cards-and-tags.ts'
import { editSteps } from './0003-edit-steps.ts'
import { importedMembers } from './0004-imported-members.ts'
import { quickLists } from './0005-quick-lists.ts'
import { places } from './0006-places.ts'
import { jobsOfManyKinds } from './0007-jobs-of-many-kinds.ts'
import { captionRules } from './0008-caption-rules.ts'
import { shots } from './0009-shots.ts'
import { recorded } from './0010-recorded.ts'
import { meetings } from './0011-meetings.ts'
import { trims } from './0012-trims.ts'
import { glossaries } from './0013-glossaries.ts'
import { soundDeletions } from './0014-sound-deletions.ts'
import { secondOpinions } from './0015-second-opinions.ts'
import { fillers } from './0016-fillers.ts'
import { liveTexts } from './0017-live-texts.ts'
import { numbers } from './0018-numbers.ts'
import { runCosts } from './0019-run-costs.ts'
import { connections } from './0020-connections.ts'
import { currentTranscripts } from './0021-current-transcripts.ts'
import { podcasts } from './0022-podcasts.ts'
import { recordingDeletions } from './0023-recording-deletions.ts'
import { watchedFolders } from './0024-watched-folders.ts'
import { listedRecordings } from './0025-listed-recordings.ts'
import { redactedVoices } from './0027-redacted-voices.ts'
import { rememberedVoices } from './0026-remembered-voices.ts'
import { deletions } from './0028-deletions.ts'
import { chosenTranscripts } from './0029-chosen-transcripts.ts'
import { momentChanges } from './0030-moment-changes.ts'
import { processIds } from './0031-process-ids.ts'
import { connectionProcesses } from './0032-connection-processes.ts'
import { takenRedactions } from './0033-taken-redactions.ts'
import { captionTimings } from './0034-caption-timings.ts'
import { checkedTranscripts } from './0035-checked-transcripts.ts'
import { episodePeople } from './0036-episode-people.ts'
import { cutStretches } from './0037-cut-stretches.ts'
import { checkedChanges } from './0038-checked-changes.ts'
import { showNotes } from './0039-show-notes.ts'
import { publicationDays } from './0040-publication-days.ts'
import { proposedCorrections } from './0041-proposed-corrections.ts'
import { checkedJoins } from './0042-checked-joins.ts'
import type { Migration } from './migration.ts'

/** In order of version, in steps of one. Append only: never reuse, reorder or remove. */
export const migrations: readonly Migration[] = [
  firstTables,
  cardsAndTags,
  editSteps,
  importedMembers,
  quickLists,
  places,
  jobsOfManyKinds,
  captionRules,
  shots,
  recorded,
  meetings,
  trims,
  glossaries,
  soundDeletions,
  secondOpinions,
  fillers,
  liveTexts,
  numbers,
  runCosts,
  connections,
  currentTranscripts,
  podcasts,
  recordingDeletions,
  watchedFolders,
  listedRecordings,
  rememberedVoices,
  redactedVoices,
  deletions,
  chosenTranscripts,
  momentChanges,
  processIds,
  connectionProcesses,
  takenRedactions,
  captionTimings,
  checkedTranscripts,
  episodePeople,
  cutStretches,
  checkedChanges,
  showNotes,
  publicationDays,
  proposedCorrections,
  checkedJoins,
]

/** The version of the tables that this program writes. */
export const LIBRARY_VERSION = migrations.length
