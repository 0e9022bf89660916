import { expect, test } from 'vitest'
import { applyEdits } from '../../edits/apply-edits.ts'
import { conversation } from '../../edits/testing/samples.ts'
import { readStoredMark } from '../../transcript/marks/stored-mark.ts'
import type { Mark, Paragraph, Transcript } from '../../transcript/transcript.ts'
import { spoken } from '../testing/spoken.ts'
import { carryMarks } from './carry-marks.ts'

const renamed = (paragraphs: Paragraph[]): Paragraph[] =>
  paragraphs.map((paragraph) => ({
    ...paragraph,
    id: `n${paragraph.id}`,
    words: paragraph.words.map((word) => ({ ...word, id: `n${word.id}` })),
  }))

const old = spoken([
  ['s1', 0, 4_000, 'Well, um, we left the house and then it rained.'],
  ['s2', 5_000, 8_000, 'Nobody had an umbrella.'],
])
const now = renamed(
  spoken([
    ['s1', 0, 2_400, 'Well, we left the mouse'],
    ['s1', 2_400, 4_000, 'and then it rained.'],
    ['s2', 5_000, 8_000, 'Nobody had an umbrella.'],
  ]),
)

const mark = (kind: string, from: string, to = from, value: string | null = null): Mark =>
  readStoredMark({ id: `${kind} ${from}`, kind, fromWordId: `p${from}`, toWordId: `p${to}`, value })

function carried(marks: Mark[]): { marks: string[]; lost: string[] } {
  const from: Transcript = { ...conversation(marks), paragraphs: old }
  const to: Transcript = { ...conversation([]), paragraphs: now }
  let ids = 0
  const { edits, lost } = carryMarks(from, to, () => `id${(ids += 1)}`)
  const after = applyEdits(to, edits).transcript.marks
  return {
    marks: after.map(({ kind, fromWordId, toWordId }) => `${kind} ${fromWordId} ${toWordId}`),
    lost: lost.map(({ id }) => id),
  }
}

test('marks go to the same words, also where paragraphs are others', () => {
  const marks = [
    mark('break-before', '0.6'),
    mark('cue-start', '1.0', '1.0', '4900'),
    mark('cue-end', '1.3', '1.3', '7900'),
    mark('italic', '0.2', '0.7'),
    mark('comment', '0.0', '0.0', 'why?'),
  ]
  expect(carried(marks)).toEqual({
    marks: ['break-before np1.0 np1.0', 'cue-start np2.0 np2.0', 'cue-end np2.3 np2.3', 'italic np0.1 np1.1'],
    lost: [],
  })
})

test('the edge of a cue goes to the word said at its time where its own was heard otherwise', () => {
  expect(carried([mark('line-break', '0.5')]).marks).toEqual(['line-break np0.4 np0.4'])
})

test('what has no place any more is told', () => {
  expect(carried([mark('hide', '0.1'), mark('wording', '0.5', '0.5', 'home'), mark('hide', '0.0')])).toEqual({
    marks: ['hide np0.0 np0.0'],
    lost: ['hide 0.1', 'wording 0.5'],
  })
})
