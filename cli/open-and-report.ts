import { openStudio, type Studio } from '#studio/studio'
import { deleteDueAndReport } from './deleted-sounds.ts'
import { recoverAndReport } from './recovered.ts'
import type { Terminal } from './terminal.ts'

/** Opens the library, and says what had to be saved or recovered. */
export async function openAndReport(dataFolder: string, terminal: Terminal): Promise<Studio> {
  const studio = await openStudio(dataFolder)
  reportSalvage(studio, terminal)
  await recoverAndReport(studio, terminal)
  await deleteDueAndReport(studio, terminal)
  return studio
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
