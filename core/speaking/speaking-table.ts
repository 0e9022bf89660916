import { type ProgramLanguage, say } from '../messages/messages.ts'
import type { TranscriptDocument } from '../transcript/document.ts'
import { speakerNames } from '../transcript/speaker-names.ts'
import { speakingTime } from './speaking-time.ts'
import { spokenLength } from './spoken-length.ts'

export interface SpeakingTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Speaking time per speaker, longest first, counted as in docs/speaking-time.md; null if nobody speaks. */
export function speakingTable(
  { transcript, recording }: TranscriptDocument,
  {
    speakerLabel,
    speakerNames: showsNames = true,
    language,
  }: {
    readonly speakerLabel: (number: number) => string
    readonly speakerNames?: boolean
    readonly language: ProgramLanguage
  },
): SpeakingTable | null {
  const { turns, paragraphs } = transcript
  const speakers = showsNames
    ? transcript.speakers
    : transcript.speakers.map((one) => ({ ...one, name: null }))
  const names = speakerNames(speakers, speakerLabel)
  const times = speakingTime(turns, recording.durationMs, paragraphs, speakers)
    .speakers.filter(({ speakingMs }) => speakingMs > 0)
    .toSorted((a, b) => b.speakingMs - a.speakingMs)
  if (times.length === 0) return null
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  return {
    title: say(language, 'speaking.title'),
    head: (['speaking.speaker', 'speaking.time', 'speaking.share'] as const).map((key) => say(language, key)),
    rows: times.map(({ id, speakingMs, share }) => [
      names.get(id) ?? id,
      spokenLength(speakingMs, language),
      percent.format(share),
    ]),
  }
}
