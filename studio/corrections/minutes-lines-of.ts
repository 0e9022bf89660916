import type { DocumentWithExtras } from '#core/formats/format'
import { type MinutesLines, minutesLines } from '#core/formats/minutes/minutes-lines'
import { programLanguage } from '#core/messages/messages'
import type { Transcript } from '#core/transcript/transcript'
import { labelIn } from '../export/make-export.ts'
import { minutesOptions } from '../export/minutes-options.ts'
import type { Library } from '../library/library.ts'
import { systemLocale } from '../program/system-locale.ts'

/** Who exported it may write dates in another way than who reads it again. */
const otherLocales = ['en-GB', 'en-US', 'fr-FR', 'fr-CA']

/** What minutes of a transcript say besides its text, with the date in the usual ways. */
export async function minutesLinesOf(
  library: Library,
  transcript: Transcript,
): Promise<(document: DocumentWithExtras) => MinutesLines> {
  const byDate = new Map<string | undefined, Awaited<ReturnType<typeof minutesOptions>>>()
  for (const locale of [systemLocale(), ...otherLocales]) {
    const minutes = await minutesOptions(library, transcript, { locale })
    byDate.set(minutes.date, minutes)
  }
  const speakerLabel = labelIn(programLanguage(transcript.language))
  return (document) => {
    const each = [...byDate.values()].map((minutes) => minutesLines(document, { speakerLabel, minutes }))
    return {
      own: each.flatMap(({ own }) => own),
      quotes: each[0]?.quotes ?? [],
      comments: each[0]?.comments ?? [],
    }
  }
}
