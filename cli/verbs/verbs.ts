import { addVerb } from './add.ts'
import { alignVerb } from './align.ts'
import { archiveVerb } from './archive.ts'
import { backupVerb } from './backup.ts'
import { checkVerb } from './check.ts'
import { clipVerb } from './clip.ts'
import { convertVerb } from './convert.ts'
import { correctionsVerb } from './corrections.ts'
import { cutVerb } from './cut.ts'
import { deleteVerb } from './delete.ts'
import { doctorVerb } from './doctor.ts'
import { exportVerb } from './export.ts'
import { helpVerb } from './help.ts'
import { librariesVerb } from './libraries.ts'
import { listVerb } from './list.ts'
import { modelsVerb } from './models.ts'
import { moveVerb } from './move.ts'
import { networkVerb } from './network.ts'
import { opinionVerb } from './opinion.ts'
import { podcastVerb } from './podcast.ts'
import { publishVerb } from './publish.ts'
import { reviewVerb } from './review.ts'
import { recordVerb } from './record.ts'
import { restoreVerb } from './restore.ts'
import { searchVerb } from './search.ts'
import { selfTestVerb } from './self-test.ts'
import { serveVerb } from './serve.ts'
import { sheetVerb } from './sheet.ts'
import { showVerb } from './show.ts'
import { statsVerb } from './stats.ts'
import { transcribeVerb } from './transcribe.ts'
import { voicesVerb } from './voices.ts'
import { watchVerb } from './watch.ts'
import type { Verb } from './verb.ts'

/** Every command, in the order of the help. To add one, create its file and list it here. */
export const verbs: readonly Verb[] = [
  transcribeVerb,
  recordVerb,
  alignVerb,
  opinionVerb,
  correctionsVerb,
  listVerb,
  showVerb,
  cutVerb,
  clipVerb,
  exportVerb,
  convertVerb,
  checkVerb,
  searchVerb,
  librariesVerb,
  addVerb,
  archiveVerb,
  statsVerb,
  sheetVerb,
  deleteVerb,
  backupVerb,
  restoreVerb,
  moveVerb,
  networkVerb,
  voicesVerb,
  modelsVerb,
  podcastVerb,
  publishVerb,
  reviewVerb,
  watchVerb,
  doctorVerb,
  helpVerb,
  selfTestVerb,
  serveVerb,
]
