import { rm } from 'node:fs/promises'
import path from 'node:path'
import { diskFault } from '../faults/disk-fault.ts'
import { codeOf } from '../faults/error-code.ts'
import { filesBelow } from '../files/files-below.ts'
import type { UnfinishedDeletion } from '../library/library.ts'
import type { Studio } from '../studio.ts'

export type DeletionParts = Pick<Studio, 'library' | 'dataFolder'>

export interface Deletion {
  /** Number of deleted files. */
  readonly files: number
  /** Number of backups that contained the recording, or were deleted because they were damaged. */
  readonly backups: number
  /**
   * Whether the database's files contain no trace of it. False while another program reads older states, and
   * for a large library or backup: that is erased in the background, and when the library is closed or
   * opened.
   */
  readonly isErased: boolean
  /** Title and paths, which logs may contain. */
  readonly names: readonly string[]
}

/**
 * Finishes a deletion that was begun: its files, and the recording in backups. Each step may already be done,
 * by a program that was killed. Faults: `library.busy`, those of the disk; the rest is then deleted the next
 * time.
 */
export async function finishDeletion(parts: DeletionParts, deletion: UnfinishedDeletion): Promise<Deletion> {
  const { files, backups } = await deleteRest(parts, deletion)
  return { files, backups, isErased: await parts.library.erase(), names: deletion.names }
}

async function deleteRest(
  { library, dataFolder }: DeletionParts,
  { number, recordingId, places, isInBackups }: UnfinishedDeletion,
): Promise<Pick<Deletion, 'files' | 'backups'>> {
  const files = await deleteFiles({ library, dataFolder }, places)
  const backups = isInBackups ? await library.deleteInBackups(recordingId) : 0
  await library.finishDeletion(number)
  return { files, backups }
}

/**
 * Deletes the files of deletions begun by earlier programs, which is quick; leaves the rest to
 * `finishDeletions`.
 */
export async function deleteLeftFiles(parts: DeletionParts): Promise<void> {
  for (const { places } of await parts.library.unfinishedDeletions()) await deleteFiles(parts, places)
}

async function deleteFiles(
  { library, dataFolder }: DeletionParts,
  places: UnfinishedDeletion['places'],
): Promise<number> {
  let files = 0
  for (const place of await library.unusedPlaces(places)) {
    const full = path.join(dataFolder, ...place.split('/'))
    files += (await filesAt(full)).length
    await remove(full)
  }
  return files
}

/** A text given for alignment is a file, all other places are folders. */
async function filesAt(place: string): Promise<readonly string[]> {
  return await filesBelow(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOTDIR') return [place]
    throw error
  })
}

/** Result of finishing a deletion begun by an earlier program. */
export interface FinishedDeletion extends Pick<UnfinishedDeletion, 'recordingId' | 'names'> {
  /** Null: it is complete. */
  readonly error: unknown
}

/**
 * Finishes deletions begun by earlier programs. `onNames` is called for each, before its names are forgotten.
 */
export async function finishDeletions(
  parts: DeletionParts,
  onNames: (names: readonly string[]) => void = () => undefined,
): Promise<FinishedDeletion[]> {
  const finished: FinishedDeletion[] = []
  for (const deletion of await parts.library.unfinishedDeletions()) {
    const { recordingId, names } = deletion
    onNames(names)
    const error: unknown = await deleteRest(parts, deletion).then(
      () => null,
      (reason: unknown) => reason,
    )
    finished.push({ recordingId, names, error })
  }
  // Once for all: it takes as long as for one.
  if (finished.length > 0) await parts.library.erase()
  return finished
}

async function remove(place: string): Promise<void> {
  try {
    // A file that is being played may be locked for a moment on Windows.
    await rm(place, { recursive: true, force: true, maxRetries: 5 })
  } catch (error) {
    throw diskFault(error, place)
  }
}
