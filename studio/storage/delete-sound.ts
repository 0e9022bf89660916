import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { finishDeletion } from '../deletion/finish-deletions.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { ownFolderOf } from '../library/own-folder.ts'
import type { Studio } from '../studio.ts'

export type StorageParts = Pick<Studio, 'library' | 'dataFolder' | 'cacheFolder'>

/**
 * Permanently deletes a recording's sound: the file that only the library has, and everything made from it
 * for playback. Keeps transcripts, moments and the results of models. If the program ends in between, the
 * next start deletes the rest. Faults: `recording.unknown`, `sound.not-own`, `sound.deleted`,
 * `sound.no-text`, `sound.in-use`, `disk.failed`, `disk.read-only`.
 */
export async function deleteSound(parts: StorageParts, recordingId: string, today: string): Promise<void> {
  await checkOwnSound(parts, recordingId)
  await finishDeletion(parts, await parts.library.setSoundDeleted(recordingId, today))
}

/** Fault `sound.not-own` if the file is a person's own, which is never deleted. */
export async function checkOwnSound(
  { library, dataFolder }: Pick<StorageParts, 'library' | 'dataFolder'>,
  recordingId: string,
): Promise<void> {
  const { title, path: file, fileName } = await library.card(recordingId)
  if (ownFolderOf(dataFolder, file) === null) throw new Fault('sound.not-own', { title, file: fileName })
}

/**
 * Deletes files that can be made from the sound again; keeps the sound. Faults: `recording.unknown`,
 * `sound.in-use`, those of the disk.
 */
export async function deletePrepared(
  { library, cacheFolder }: StorageParts,
  recordingId: string,
): Promise<void> {
  const { id, title } = await library.card(recordingId)
  const jobs = await library.jobsOf(id)
  if (jobs.some(({ state }) => state === 'running' || state === 'queued' || state === 'paused'))
    throw new Fault('sound.in-use', { title })
  await removeFolder(path.join(cacheFolder, id))
  await library.announceSound(id)
}

async function removeFolder(folder: string): Promise<void> {
  try {
    // A file that is being played may be locked for a moment on Windows.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  } catch (error) {
    throw diskFault(error, folder)
  }
}
