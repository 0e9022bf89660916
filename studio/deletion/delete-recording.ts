import { type Deletion, type DeletionParts, finishDeletion } from './finish-deletions.ts'

export interface DeletionOptions {
  /** Leaves what backups in the library hold of it. */
  readonly keepBackups?: boolean
  /** Told of title and paths, which logs may hold, as soon as the recording is gone from the library. */
  readonly onNames?: (names: readonly string[]) => void
}

/**
 * Deletes a recording and everything that the library stores of it; a person's own original is kept. It is gone from the
 * library at once; what a fault or a kill leaves is deleted when this is called again, or by the next start of any program.
 * Faults: `recording.unknown`, `library.busy`, those of the disk.
 */
export async function deleteRecording(
  parts: DeletionParts,
  recordingId: string,
  { keepBackups = false, onNames = () => undefined }: DeletionOptions = {},
): Promise<Deletion> {
  const deletion = await parts.library.deleteRecording(recordingId, { keepBackups })
  onNames(deletion.names)
  return finishDeletion(parts, deletion)
}
