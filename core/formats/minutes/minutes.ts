import type { Transcript } from '../../transcript/transcript.ts'
import type { FormatChoices, FormatOf, Loss, WriteOptions } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { noOutputChoices } from '../output-options.ts'
import { readDocx } from '../documents/docx-reader.ts'
import { input } from '../format-input.ts'

export const minutesChoices: FormatChoices = {
  names: true,
  times: true,
  firstPage: false,
  captions: null,
  minutes: true,
}

/** Minutes in Office Open XML, written by `studio/export/minutes-docx.ts`. */
export const minutes: FormatOf<'minutes'> = {
  id: 'minutes',
  label: { en: 'Minutes (Word)', fr: 'Compte rendu (Word)' },
  purpose: {
    en: 'People, decisions, actions and marked passages',
    fr: 'Participants, décisions, actions et passages marqués',
  },
  extension: '.minutes.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  choices: minutesChoices,
  output: noOutputChoices,
  group: 'minutes',
  input: input('none'),
  readBytes: readDocx,
}

/** Losses that concern words do not count if the words themselves are omitted. */
const ofWords: ReadonlySet<string> = new Set(['word-times', 'confidence', 'speaker-turns'])

/** The losses of plain text; without the whole text, the words too. */
export function minutesLosses(transcript: Transcript, { minutes: asked }: WriteOptions): Loss[] {
  const losses = wordLosses(transcript)
  if (asked?.wholeText === true) return losses
  const words = transcript.paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
  return [
    ...countedLosses([{ code: 'words', count: words }]),
    ...losses.filter(({ code }) => !ofWords.has(code)),
  ]
}
