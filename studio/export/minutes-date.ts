import { type ProgramLanguage, say } from '#core/messages/messages'
import type { Library } from '../library/library.ts'
import { dateLine } from './document-facts.ts'
import { recordingDate } from './recording-date.ts'

/**
 * When a conversation took place, as printed in minutes: with start and end if the program recorded it, else
 * the day of the file.
 */
export async function minutesDate(
  library: Library,
  recordingId: string,
  language: ProgramLanguage,
): Promise<string> {
  const recorded = await library.recordedFacts(recordingId)
  if (recorded === null) return dateLine(recordingDate(await library.recording(recordingId)), language)
  const { startedAtMs, endedAtMs } = recorded
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
  return say(language, 'minutes.date.span', {
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(startedAtMs),
    from: time.format(startedAtMs),
    to: time.format(endedAtMs),
  })
}
