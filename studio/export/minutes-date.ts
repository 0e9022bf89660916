import { programLanguage, say } from '#core/messages/messages'
import { formatDate, formatLongDate } from '#core/notation/dates'
import type { Locale } from '#core/notation/locale'
import type { Library } from '../library/library.ts'
import { dateLine } from './document-facts.ts'
import { dateOfRecording } from './recording-date.ts'

/**
 * When a conversation took place, as printed in minutes: with start and end if the program recorded it, else
 * the day of the file.
 */
export async function minutesDate(library: Library, recordingId: string, locale: Locale): Promise<string> {
  const recorded = await library.recordedFacts(recordingId)
  if (recorded === null) {
    const recording = await library.recording(recordingId)
    return dateLine(await dateOfRecording(library, recording), locale)
  }
  const { startedAtMs, endedAtMs } = recorded
  const time = (atMs: number): string => formatDate(atMs, locale, { timeStyle: 'short' })
  return say(programLanguage(locale), 'minutes.date.span', {
    date: formatLongDate(startedAtMs, locale),
    from: time(startedAtMs),
    to: time(endedAtMs),
  })
}
