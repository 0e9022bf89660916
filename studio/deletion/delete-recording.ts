import { rm } from 'node:fs/promises'
import path from 'node:path'
import { diskFault } from '../faults/disk-fault.ts'
import { givenTextFile } from '../align/given-texts.ts'
import { filesBelow } from '../files-below.ts'
import { ownFolderOf } from '../imports/originals.ts'
import type { Studio } from '../studio.ts'

export interface DeletionOptions {
  /** Leaves what backups in the library hold of it. */
  readonly keepBackups?: boolean
}

export interface Deletion {
  /** How many files were deleted. */
  readonly files: number
  /** Backups that held the recording, or were deleted because they were damaged. */
  readonly backups: number
  /**
   * Whether nothing of it is left in the database's files. False while another program reads older states: the library
   * tries again when it is closed or opened. False too for a large library, which is rewritten in the background.
   */
  readonly isErased: boolean
  /** Title and paths, which logs may hold. */
  readonly names: readonly string[]
}

/**
 * Deletes a recording and everything that the library stores of it; a person's own original is kept. Faults:
 * `recording.unknown`, those of the disk.
 */
export async function deleteRecording(
  { library, dataFolder, cacheFolder }: Pick<Studio, 'library' | 'dataFolder' | 'cacheFolder'>,
  recordingId: string,
  { keepBackups = false }: DeletionOptions = {},
): Promise<Deletion> {
  const { path: original, names, textHashes } = await library.deleteRecording(recordingId)
  const places = [path.join(cacheFolder, recordingId)]
  // A copy kept by the library, possibly uploaded by a browser: there may be no other.
  const own = ownFolderOf(dataFolder, original)
  if (own !== null) places.push(own)
  let files = 0
  for (const place of places) {
    files += (await filesBelow(place)).length
    await remove(place)
  }
  for (const sha256 of textHashes) await remove(givenTextFile(dataFolder, sha256))
  const backups = keepBackups ? 0 : await library.deleteInBackups(recordingId)
  return { files, backups, isErased: await library.erase(), names }
}

async function remove(place: string): Promise<void> {
  try {
    // A file that is being played may be locked for a moment on Windows.
    await rm(place, { recursive: true, force: true, maxRetries: 5 })
  } catch (error) {
    throw diskFault(error, place)
  }
}
