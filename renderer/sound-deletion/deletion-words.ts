import type { RecordingCard } from '#contracts/calls/recordings'
import { dayWords } from '#core/notation/dates'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'

/** When the recording or its sound will be or was deleted, in a few words; null while both are kept. */
export function useDeletionWords({
  deletionDueOn,
  soundDeletion,
}: Pick<RecordingCard, 'deletionDueOn' | 'soundDeletion'>): string | null {
  const say = useSay()
  const locale = localeOf(useLanguage())
  if (deletionDueOn !== null) return say('deletion.goes-on', { day: dayWords(deletionDueOn, locale) })
  if (soundDeletion === null) return null
  const { dueOn, deletedOn } = soundDeletion
  if (deletedOn !== null) return say('sound-deletion.went', { day: dayWords(deletedOn, locale) })
  return dueOn === null ? null : say('sound-deletion.goes-on', { day: dayWords(dueOn, locale) })
}
