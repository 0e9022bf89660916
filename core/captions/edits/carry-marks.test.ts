import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listedComments } from '../../comments/listed-comments.ts'
import { applyEdits } from '../../edits/apply-edits.ts'
import { conversation } from '../../edits/testing/samples.ts'
import { readStoredMark } from '../../transcript/marks/stored-mark.ts'
import type { Mark, Paragraph, Transcript } from '../../transcript/transcript.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import { spoken } from '../testing/spoken.ts'
import { carryMarks } from './carry-marks.ts'
import { countedMarks, marksToCarry } from './marks-to-carry.ts'

const kinds = ['accepted', 'bookmark', 'comment', 'redaction', 'hide', 'italic', 'wording']

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
    marks: [
      'break-before np1.0 np1.0',
      'cue-start np2.0 np2.0',
      'cue-end np2.3 np2.3',
      'italic np0.1 np1.1',
      'comment np0.0 np0.0',
    ],
    lost: [],
  })
})

test('the edge of a cue goes to the word said at its time where its own was heard otherwise', () => {
  expect(carried([mark('line-break', '0.5')]).marks).toEqual(['line-break np0.4 np0.4'])
})

test('what has no place any more is reported', () => {
  expect(carried([mark('hide', '0.1'), mark('wording', '0.5', '0.5', 'home'), mark('hide', '0.0')])).toEqual({
    marks: ['hide np0.0 np0.0'],
    lost: ['hide 0.1', 'wording 0.5'],
  })
})

test('what a person said of a passage goes to the words said then, also where they were recognized otherwise', () => {
  const marks = [
    mark('comment', '0.5', '0.5', 'a house, not a mouse'),
    mark('redaction', '0.4', '0.5'),
    mark('bookmark', '0.1', '0.2'),
    mark('comment', '0.1', '0.1', 'a filler'),
  ]
  expect(carried(marks)).toEqual({
    marks: ['comment np0.4 np0.4', 'redaction np0.3 np0.4', 'bookmark np0.1 np0.1'],
    lost: ['comment 0.1'],
  })
})

test('words stay accepted only if each of them is still there, letter for letter', () => {
  const marks = [
    mark('accepted', '0.2', '0.4'),
    mark('accepted', '0.4', '0.5'),
    mark('accepted', '0.0', '0.2'),
  ]
  expect(carried(marks)).toEqual({
    marks: ['accepted np0.1 np0.3'],
    lost: ['accepted 0.4', 'accepted 0.0'],
  })
})

test('a comment stays resolved, as marks keep their ids; marks of a file get some of their own', () => {
  const from: Transcript = {
    ...conversation([
      mark('comment', '0.2', '0.3', 'done'),
      readStoredMark({
        ...mark('comment', '0.2', '0.3'),
        id: 'r',
        kind: 'comment-resolved',
        value: 'comment 0.2',
      }),
      readStoredMark({ ...mark('cue-start', '1.0'), id: 'cue.2', kind: 'cue-start', value: '4900' }),
    ]),
    id: 'old',
    paragraphs: old,
  }
  const to: Transcript = { ...conversation([]), id: 'new', paragraphs: now }
  let ids = 0
  const { edits, carried: marks } = carryMarks(from, to, () => `id${(ids += 1)}`)
  const after = applyEdits(to, edits).transcript
  expect(after.marks.map(({ id }) => id)).toEqual(['comment 0.2', 'r', 'old/cue.2'])
  expect(listedComments(after)).toMatchObject([{ text: 'done', isResolved: true, words: 'we left' }])
  expect(countedMarks(marks)).toHaveLength(2)
  const setIn = { from: new Set(['cue.2']), to: new Set<string>() }
  expect(marksToCarry(from, to, setIn)).toHaveLength(3)
  expect(marksToCarry(from, to, { ...setIn, from: new Set() })).toHaveLength(2)
  expect(marksToCarry(from, after, setIn)).toEqual([])
  // Neither what has been deleted there since, nor what came from there.
  expect(marksToCarry(from, to, { ...setIn, to: new Set(['comment 0.2', 'r', 'old/cue.2']) })).toEqual([])
  expect(marksToCarry(after, { id: 'old', marks: from.marks }, setIn)).toEqual([])
})

test('on the same words with other ids every mark finds its place', () => {
  fc.assert(
    fc.property(randomParagraphs, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.nat())), (paragraphs, all) => {
      const words = paragraphs.flatMap((paragraph) => (paragraph.kind === 'note' ? [] : paragraph.words))
      fc.pre(words.length > 0)
      const marks = all.map(([at, length, kind], index): Mark => {
        const from = at % words.length
        const to = Math.min(words.length - 1, from + length)
        const value = ['comment', 'wording'].includes(kinds[kind % kinds.length] ?? '') ? 'text' : null
        const place = { id: `m${index}`, fromWordId: words[from]?.id ?? '', toWordId: words[to]?.id ?? '' }
        return readStoredMark({ ...place, kind: kinds[kind % kinds.length] ?? '', value })
      })
      const from: Transcript = { ...conversation(marks), paragraphs }
      const to: Transcript = { ...conversation([]), paragraphs: renamed([...paragraphs]) }
      let ids = 0
      const { edits, lost } = carryMarks(from, to, () => `id${(ids += 1)}`)
      expect(lost).toEqual([])
      const expected = marks.map((each) => ({
        ...each,
        fromWordId: `n${each.fromWordId}`,
        toWordId: `n${each.toWordId}`,
      }))
      expect(applyEdits(to, edits).transcript.marks).toEqual(expected)
    }),
  )
})

test('a translation goes to the words said at its time; without any it is kept, to be placed by a person', () => {
  const fr = (from: string, to: string, text: string): Mark =>
    mark('translation', from, to, JSON.stringify({ language: 'fr', text }))
  const from: Transcript = {
    ...conversation([fr('1.0', '1.3', 'Personne.'), fr('0.1', '0.1', 'Perdu')]),
    paragraphs: old,
  }
  const to: Transcript = { ...conversation([]), paragraphs: now.slice(1) }
  const { edits, lost } = carryMarks(from, to, () => 'id')
  expect(lost).toEqual([])
  const after = applyEdits(
    to,
    edits.map((edit, index) => ({ ...edit, id: `e${index}` })),
  ).transcript
  expect(after.marks.map(({ fromWordId, toWordId, value }) => [fromWordId, toWordId, value])).toEqual([
    ['np2.0', 'np2.3', { language: 'fr', text: 'Personne.' }],
    [
      expect.stringMatching(/^np1/u),
      expect.stringMatching(/^np1/u),
      { language: 'fr', text: 'Perdu', isUnplaced: true },
    ],
  ])
})
