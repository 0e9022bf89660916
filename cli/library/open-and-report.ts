import type { FinishedDeletion } from '#studio/deletion/finish-deletions'
import type { OnOpeningStep } from '#studio/library/opening-step'
import { openingText } from '#studio/program/opening-text'
import { openStudio, type Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'
import { deleteDueAndReport } from './deleted-sounds.ts'
import { finishDeletionsAndReport } from './finished-deletions.ts'
import { recoverAndReport } from './recovered.ts'

export interface OpenedStudio extends Studio {
  /** Deletions begun by earlier programs. */
  readonly finishedDeletions: readonly FinishedDeletion[]
}

/** Opens the library, and reports what had to be salvaged, finished or recovered. */
export async function openAndReport(dataFolder: string, terminal: Terminal): Promise<OpenedStudio> {
  const studio = await openStudio(dataFolder, undefined, reportOpening(terminal))
  reportSalvage(studio, terminal)
  // A recording that is being deleted must not be recovered.
  const finishedDeletions = await finishDeletionsAndReport(studio, terminal)
  await recoverAndReport(studio, terminal)
  await deleteDueAndReport(studio, terminal)
  return { ...studio, finishedDeletions }
}

/** Prints the progress of preparing a large library, on one line. */
export function reportOpening(terminal: Terminal): OnOpeningStep {
  return (step) => terminal.status('opening', { ...step }, openingText(step, terminal.language))
}

function reportSalvage(studio: Studio, terminal: Terminal): void {
  const report = studio.library.openingReport
  if (!report) return
  const { damagedKeptAt: folder, salvagedRows: rows } = report
  terminal.note(
    'library-salvaged',
    { folder, rows },
    terminal.words('warning.library-salvaged', { folder, rows }),
  )
}
