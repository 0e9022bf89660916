import { readableTime } from '#core/notation/clock'
import { dayWords, formatLongDate } from '#core/notation/dates'
import type { Locale } from '#core/notation/locale'
import type { DocumentWithExtras } from '#core/formats/format'
import { type ProgramLanguage, programLanguage, say } from '#core/messages/messages'
import { hasRange, rangeOfRun, rangeTimes } from '#core/sound/range'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Run, Transcript } from '#core/transcript/transcript'
import type { RecordingDate } from './recording-date.ts'

/**
 * Facts that documents for reading state about a recording: date if wanted, file, length, number of speakers
 * and words, and when its sound was deleted.
 */
export function documentFacts(
  { recording, transcript, part, cutOfMs }: DocumentWithExtras,
  locale: Locale,
  date: RecordingDate | null,
): string {
  const language = programLanguage(locale)
  const words = transcript.paragraphs.reduce(
    (sum, paragraph) => sum + (paragraph.kind === 'speech' ? paragraph.words.length : 0),
    0,
  )
  return [
    date === null ? '' : dateLine(date, locale),
    recording.fileName,
    cutOfMs === undefined
      ? lengthOrPart(part ?? partOfRun(transcript.run, recording.durationMs), recording.durationMs, language)
      : say(language, 'export.cut', {
          length: readableTime(recording.durationMs),
          time: readableTime(cutOfMs),
        }),
    say(language, 'export.speakers', { count: speakersIn(transcript, part ?? null) }),
    say(language, 'export.words', { count: words }),
    recording.soundDeletedOn === undefined
      ? ''
      : say(language, 'export.sound-deleted', { date: dayWords(recording.soundDeletedOn, locale) }),
  ]
    .filter((fact) => fact !== '')
    .join(' · ')
}

/** For a part, only the speakers in it: the list contains all, so that their numbers stay the same. */
function speakersIn({ speakers, paragraphs }: Transcript, part: TimeSpan | null): number {
  if (part === null) return speakers.length
  return new Set(paragraphs.flatMap(({ speakerId }) => speakerId ?? [])).size
}

/** `3 mars 2025`, or `imported on March 3, 2025` if the dates of publication and recording are unknown. */
export function dateLine({ atMs, kind }: RecordingDate, locale: Locale): string {
  const date = formatLongDate(atMs, locale)
  return kind === 'added' ? say(programLanguage(locale), 'export.added', { date }) : date
}

/** The part that was transcribed; null: all of it. */
function partOfRun({ settings }: Run, durationMs: number): TimeSpan | null {
  const range = rangeOfRun(settings)
  return hasRange(range) ? rangeTimes(range, durationMs) : null
}

/** The recording's length, or start and end if only a part was transcribed or is kept; empty for a text without times. */
function lengthOrPart(part: TimeSpan | null, durationMs: number, language: ProgramLanguage): string {
  if (durationMs === 0) return ''
  const time = readableTime(durationMs)
  if (part === null) return say(language, 'export.length', { time })
  const { startMs, endMs } = part
  return say(language, 'export.part', { from: readableTime(startMs), to: readableTime(endMs), time })
}
