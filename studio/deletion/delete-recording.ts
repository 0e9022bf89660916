import { type Deletion, type DeletionParts, finishDeletion } from './finish-deletions.ts'

export interface DeletionOptions {
  /** Keeps the recording's data in the library's backups. */
  readonly keepBackups?: boolean
  /**
   * Called with title and paths, which logs may contain, as soon as the recording is gone from the library.
   */
  readonly onNames?: (names: readonly string[]) => void
}

/**
 * Deletes a recording and everything that the library stores of it; a person's own original is kept. It
 * leaves the library at once; anything left after a fault or a kill is deleted when this is called again, or
 * at the next start of any program. Faults: `recording.unknown`, `library.busy`, those of the disk.
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
