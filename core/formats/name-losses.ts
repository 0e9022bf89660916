import { givenName } from '../transcript/speaker-names.ts'
import { namesInText } from './document-cues.ts'
import type { DocumentWithExtras, Format, Loss, WriteOptions } from './format.ts'
import { countedLosses } from './losses.ts'

/**
 * Names that captions are to show and that do not exist: how many speakers have none, or that the text does not say who
 * speaks. Nothing for a format without names in its text.
 */
export function nameLosses(
  document: DocumentWithExtras,
  { choices }: Pick<Format, 'choices'>,
  options: Pick<WriteOptions, 'captionNames'>,
): Loss[] {
  if (choices.captions !== 'with-names' || namesInText(document, options) === 'never') return []
  const { paragraphs, speakers } = document.transcript
  const spoken = paragraphs.filter(({ kind, words }) => kind === 'speech' && words.length > 0)
  const speaking = new Set(spoken.map(({ speakerId }) => speakerId))
  const unnamed = speakers.filter((speaker) => speaking.has(speaker.id) && givenName(speaker) === null).length
  const isUnknown = spoken.length > 0 && spoken.every(({ speakerId }) => speakerId === null)
  return countedLosses([
    { code: 'unnamed-speakers', count: unnamed },
    { code: 'unknown-speakers', count: isUnknown ? 1 : 0 },
  ])
}
