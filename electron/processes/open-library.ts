import { Fault } from '#contracts/errors'
import { hasLibraryIn, presentLibrary } from '#studio/libraries/present-library'
import type { StudioSupervisor } from './studio-supervisor.ts'

/**
 * Opens the library in `folder` in place of the one that is open. Faults: `library.missing`, `library.recording-now`, those of
 * opening it, `drive.silent`; the one that was open stays so then.
 */
export async function openLibrary(
  studio: Pick<StudioSupervisor, 'ask' | 'open'>,
  folder: string,
  graceMs: number,
): Promise<void> {
  // A page must not make a library anywhere.
  const there = await presentLibrary(folder)
  if (!(await hasLibraryIn(there))) throw new Fault('library.missing', { folder: there })
  if ((await studio.ask('running-recordings', null)) > 0) throw new Fault('library.recording-now')
  await studio.open(there, graceMs)
}
