import { readableTime } from '#core/formats/clock-time'
import type { DocumentWithExtras } from '#core/formats/format'
import { type ProgramLanguage, say } from '#core/messages/messages'
import { hasRange, rangeOfRun, rangeTimes } from '#core/sound/range'
import type { Run } from '#core/transcript/transcript'
import type { RecordingDate } from './recording-date.ts'

/** What documents for reading say about a recording: date if wanted, file, length, number of speakers and words. */
export function documentFacts(
  { recording, transcript }: DocumentWithExtras,
  language: ProgramLanguage,
  date: RecordingDate | null,
): string {
  const words = transcript.paragraphs.reduce(
    (sum, paragraph) => sum + (paragraph.kind === 'speech' ? paragraph.words.length : 0),
    0,
  )
  return [
    date === null ? '' : dateLine(date, language),
    recording.fileName,
    lengthOrPart(transcript.run, recording.durationMs, language),
    say(language, 'export.speakers', { count: transcript.speakers.length }),
    say(language, 'export.words', { count: words }),
  ]
    .filter((fact) => fact !== '')
    .join(' · ')
}

/** `3 mars 2025`, or `added on March 3, 2025` if the recording date is unknown. */
export function dateLine({ atMs, kind }: RecordingDate, language: ProgramLanguage): string {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(atMs)
  return kind === 'recorded' ? date : say(language, 'export.added', { date })
}

/** The recording's length, or the start and end of the range if only a part was transcribed; empty for a text without times. */
function lengthOrPart({ settings }: Run, durationMs: number, language: ProgramLanguage): string {
  if (durationMs === 0) return ''
  const time = readableTime(durationMs)
  const range = rangeOfRun(settings)
  if (!hasRange(range)) return say(language, 'export.length', { time })
  const { startMs, endMs } = rangeTimes(range, durationMs)
  return say(language, 'export.part', { from: readableTime(startMs), to: readableTime(endMs), time })
}
