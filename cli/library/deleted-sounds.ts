import { dayWords } from '#core/notation/dates'
import { describeFault } from '#contracts/describe-fault'
import { deleteDue, type DueSound } from '#studio/storage/due-sounds'
import { localDay } from '#studio/storage/local-day'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'

/** Deletes the sounds that are due today or earlier, and reports each one once. */
export async function deleteDueAndReport(studio: Studio, terminal: Terminal): Promise<void> {
  for (const sound of await deleteDue(studio, localDay(Date.now()))) reportDeletedSound(terminal, sound)
}

export function reportDeletedSound(
  terminal: Terminal,
  { what, recordingId: id, title, dueOn, error }: DueSound,
): void {
  const day = dayWords(dueOn, terminal.locale)
  if (error === null) {
    terminal.note(
      `${what}-deleted`,
      { id, title, dueOn },
      terminal.words(what === 'sound' ? 'sound.deleted-due' : 'recording.deleted-due', { title, id, day }),
    )
    return
  }
  const reason = describeFault(error, terminal.language, 'terminal').message
  terminal.note(
    `${what}-not-deleted`,
    { id, title, dueOn, reason },
    terminal.words(what === 'sound' ? 'sound.not-deleted' : 'recording.not-deleted', { day, reason }),
  )
}
