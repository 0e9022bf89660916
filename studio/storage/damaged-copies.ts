import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DamagedCopy } from '#contracts/calls/room'
import { diskFault } from '../faults/disk-fault.ts'
import { bytesBelow } from '../files/files-below.ts'
import type { StorageParts } from './delete-sound.ts'
import { localDay } from './local-day.ts'

/** Damaged libraries in the folder `backups`, which deletions cannot search. */
export async function listDamagedCopies({
  library,
  dataFolder,
}: Pick<StorageParts, 'library' | 'dataFolder'>): Promise<DamagedCopy[]> {
  const copies: DamagedCopy[] = []
  for (const name of await library.damagedCopies()) {
    const place = path.join(dataFolder, 'backups', name)
    copies.push({ name, bytes: await bytesBelow(place), keptOn: localDay((await stat(place)).mtimeMs) })
  }
  return copies
}

/** Permanently deletes one of them; succeeds if it no longer exists. Faults of the disk. */
export async function deleteDamagedCopy(
  { library, dataFolder }: Pick<StorageParts, 'library' | 'dataFolder'>,
  name: string,
): Promise<void> {
  if (!(await library.damagedCopies()).includes(name)) return
  const place = path.join(dataFolder, 'backups', name)
  // Remnants of an interrupted deletion stay listed.
  const doomed = name.startsWith('damaged-') ? place : path.join(dataFolder, 'backups', `damaged-${name}`)
  try {
    if (doomed !== place) await rename(place, doomed)
    await rm(doomed, { recursive: true, force: true, maxRetries: 5 })
  } catch (error) {
    throw diskFault(error, place)
  }
}
