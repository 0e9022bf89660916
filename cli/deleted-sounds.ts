import { describeFault } from '#contracts/describe-fault'
import { dayWords } from '#contracts/day-words'
import { deleteDueSounds, type DueSound } from '#studio/room/due-sounds'
import { localDay } from '#studio/room/local-day'
import type { Studio } from '#studio/studio'
import type { Terminal } from './terminal.ts'

/** Deletes the sounds that are due today or were before, and says so, once for each. */
export async function deleteDueAndReport(studio: Studio, terminal: Terminal): Promise<void> {
  for (const sound of await deleteDueSounds(studio, localDay(Date.now()))) reportDeletedSound(terminal, sound)
}

export function reportDeletedSound(
  terminal: Terminal,
  { recordingId: id, title, dueOn, error }: DueSound,
): void {
  const day = dayWords(dueOn, terminal.language)
  if (error === null) {
    terminal.note(
      'sound-deleted',
      { id, title, dueOn },
      terminal.words('sound.deleted-due', { title, id, day }),
    )
    return
  }
  const reason = describeFault(error, terminal.language).message
  terminal.note(
    'sound-not-deleted',
    { id, title, dueOn, reason },
    terminal.words('sound.not-deleted', { day, reason }),
  )
}
