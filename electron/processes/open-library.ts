import { Fault } from '#contracts/errors'
import { hasLibraryIn, presentLibrary } from '#studio/libraries/present-library'
import type { StudioSupervisor } from './studio-supervisor.ts'

/**
 * Opens the library in `folder` in place of the open one. Faults: `library.missing`, `library.recording-now`,
 * those of opening it, `drive.silent`; the former one stays open then.
 */
export async function openLibrary(
  studio: Pick<StudioSupervisor, 'ask' | 'open'>,
  folder: string,
  graceMs: number,
): Promise<void> {
  // A page must not be able to create a library anywhere.
  const there = await presentLibrary(folder)
  if (!(await hasLibraryIn(there))) throw new Fault('library.missing', { folder: there })
  if ((await studio.ask('running-recordings', null)) > 0) throw new Fault('library.recording-now')
  await studio.open(there, graceMs)
}
