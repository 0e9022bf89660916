import { expect, test } from 'vitest'
import { applyEdits } from '../../edits/apply-edits.ts'
import { formats } from '../formats.ts'
import { cuesRead } from '../testing/round-trip.ts'
import type { TranscriptDocument } from '../../transcript/document.ts'
import { paragraphText } from '../../transcript/transcript.ts'
import { leaveNamesInText } from './leave-names-in-text.ts'

const time = (seconds: number): string => `00:00:${String(seconds).padStart(2, '0')},000`
const read = (...texts: readonly string[]): TranscriptDocument => {
  const blocks = texts.map(
    (text, index) => `${index + 1}\n${time(2 * index)} --> ${time(2 * index + 2)}\n${text}\n`,
  )
  return formats.srt.read?.(blocks.join('\n')).document ?? expect.unreachable()
}
const captions = (document: TranscriptDocument): string[] =>
  cuesRead(document).map(
    ({ startMs, endMs, lines }) => `${startMs}–${endMs} ${lines.map(({ text }) => text).join('\n')}`,
  )

const texts = [
  'Recipe Box: two eggs',
  '<i>and some butter.</i>',
  'Recipe Box: flour',
  'Nobody says this.',
  'Sam: Yes.',
  '{\\an8}Sam: So:\nwell.',
]

test('names that were taken as speakers are words again, in the same captions, and one step is undone', () => {
  const document = read(...texts)
  const { transcript } = document
  expect(transcript.speakers.map(({ name }) => name)).toEqual(['Recipe Box', 'Sam'])
  let last = 0
  const edits = leaveNamesInText(transcript, ['Recipe Box', 'Sam'], () => `n${(last += 1)}`)
  const applied = applyEdits(transcript, edits)
  const left = { ...document, transcript: applied.transcript }
  expect(left.transcript.speakers).toEqual([])
  expect(left.transcript.paragraphs.map(({ speakerId }) => speakerId)).toEqual(texts.map(() => null))
  expect(left.transcript.paragraphs.map(paragraphText)).toEqual([
    'Recipe Box: two eggs',
    'and some butter.',
    'Recipe Box: flour',
    'Nobody says this.',
    'Sam: Yes.',
    'Sam: So: well.',
  ])
  expect(captions(left)).toEqual(captions(document))
  // The words of a name are said within their caption.
  const starts = (all: TranscriptDocument): number[] =>
    all.transcript.paragraphs.map(({ words }) => words[0]?.startMs ?? -1)
  expect(starts(left)).toEqual(starts(document))
  const spans = left.transcript.paragraphs.flatMap(({ words }) => words)
  expect(
    spans.every(
      ({ startMs, endMs }, index) => startMs < endMs && endMs <= (spans[index + 1]?.startMs ?? endMs),
    ),
  ).toBe(true)
  expect(formats.srt.write?.(left, { speakerLabel: String }).text).toBe(
    formats.srt.write?.(document, { speakerLabel: String }).text,
  )
  expect(applyEdits(applied.transcript, [applied.inverse]).transcript).toEqual(transcript)
})

test('only the given names, and nothing where they are gone', () => {
  const { transcript } = read(...texts)
  let last = 0
  const newId = (): string => `n${(last += 1)}`
  const { transcript: left } = applyEdits(transcript, leaveNamesInText(transcript, ['Sam'], newId))
  expect(left.speakers.map(({ name }) => name)).toEqual(['Recipe Box'])
  expect(left.paragraphs[0]?.speakerId).toBe(left.speakers[0]?.id)
  expect(leaveNamesInText(left, ['Sam'], newId)).toEqual([])
})
