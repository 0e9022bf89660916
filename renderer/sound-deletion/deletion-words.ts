import type { RecordingCard } from '#contracts/calls/recordings'
import { dayWords } from '#contracts/day-words'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'

/** When the sound goes or went, in a few words; null while it stays. */
export function useDeletionWords(deletion: RecordingCard['soundDeletion']): string | null {
  const say = useSay()
  const locale = localeOf(useLanguage())
  if (deletion === null) return null
  const { dueOn, deletedOn } = deletion
  if (deletedOn !== null) return say('sound-deletion.went', { day: dayWords(deletedOn, locale) })
  return dueOn === null ? null : say('sound-deletion.goes-on', { day: dayWords(dueOn, locale) })
}
