import { systemLocale } from '../program/system-locale.ts'
import { localeFor } from '#core/notation/locale'
import type { MinutesOptions } from '#core/formats/format'
import { programLanguage } from '#core/messages/messages'
import type { Transcript } from '#core/transcript/transcript'
import type { Library } from '../library/library.ts'
import { readPreferences } from '../preferences.ts'
import { minutesDate } from './minutes-date.ts'

export interface ChosenMinutes {
  readonly wholeText?: boolean | undefined
  /** Default: the person's template. */
  readonly minutesTemplate?: string | undefined
  readonly minutesWithout?: MinutesOptions['without'] | undefined
  /** The person's locale, for the date; default: the system's. */
  readonly locale?: string | undefined
}

/** Minutes in the person's template, or the default one, dated in the language of the text. */
export async function minutesOptions(
  library: Library,
  { recordingId, language }: Pick<Transcript, 'recordingId' | 'language'>,
  { wholeText = false, minutesTemplate, minutesWithout = [], locale = systemLocale() }: ChosenMinutes,
): Promise<MinutesOptions> {
  const template = minutesTemplate ?? (await readPreferences(library)).minutesTemplate
  const date = await minutesDate(library, recordingId, localeFor(programLanguage(language), locale))
  return { template, wholeText, date, without: minutesWithout }
}
