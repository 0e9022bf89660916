import { describeFault } from '#contracts/describe-fault'
import { type DeletionParts, type FinishedDeletion, finishDeletions } from '#studio/deletion/finish-deletions'
import type { Terminal } from '../terminal/terminal.ts'

/** Finishes deletions that earlier programs began, and reports those of recordings. */
export async function finishDeletionsAndReport(
  studio: DeletionParts,
  terminal: Terminal,
): Promise<FinishedDeletion[]> {
  const finished = await finishDeletions(studio)
  for (const { recordingId: id, names, error } of finished) {
    const [title = id] = names
    if (error !== null) {
      const reason = describeFault(error, terminal.language, 'terminal').message
      terminal.note(
        'deletion-unfinished',
        { id, title, reason },
        terminal.words('deletion.unfinished', { title, reason }),
      )
    } else if (names.length > 0)
      terminal.note('deletion-finished', { id, title }, terminal.words('deletion.finished', { title, id }))
  }
  return finished
}
