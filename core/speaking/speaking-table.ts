import { formatPercent } from '../notation/numbers.ts'
import { type ProgramLanguage, say } from '../messages/messages.ts'
import type { TranscriptDocument } from '../transcript/document.ts'
import { speakerNames } from '../transcript/speaker-names.ts'
import { shownFigures } from './shown-figures.ts'
import { speakingTime } from './speaking-time.ts'
import { spokenLength } from '../notation/lengths.ts'
import { type SpeakerTurns, spokenTurns } from './spoken-turns.ts'

/** When a row's speaker speaks, and the index of that speaker's color. */
export interface SpeakingVoice {
  readonly colour: number
  readonly turns: SpeakerTurns
}

export interface SpeakingTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Of the rows. */
  readonly voices: readonly SpeakingVoice[]
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
  const figures = speakingTime(turns, recording.durationMs, paragraphs, speakers)
  const times = figures.speakers
    .filter(({ speakingMs }) => speakingMs > 0)
    .toSorted((a, b) => b.speakingMs - a.speakingMs)
  if (times.length === 0) return null
  const spoken = new Map(spokenTurns(turns, recording.durationMs, speakers).map((one) => [one.id, one]))
  const colours = new Map(speakers.map(({ id, colour }) => [id, colour]))
  const shown = shownFigures(times, figures.silenceMs, 1)
  return {
    title: say(language, 'speaking.title'),
    head: (['speaking.speaker', 'speaking.time', 'speaking.share'] as const).map((key) => say(language, key)),
    rows: times.map(({ id }) => [
      names.get(id) ?? id,
      spokenLength(shown.speakingMs.get(id) ?? 0, language),
      formatPercent(shown.shares.get(id) ?? 0, language, 1),
    ]),
    voices: times.map(({ id }) => ({
      colour: colours.get(id) ?? 0,
      turns: spoken.get(id) ?? { id, turns: [] },
    })),
  }
}
