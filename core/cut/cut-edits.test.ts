import { expect, it } from 'vitest'
import { applyEdit } from '../edits/apply.ts'
import type { Edit } from '../edits/edit.ts'
import { conversation } from '../edits/testing/samples.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { cutWords, isRangeCut, restoreAll, restoreSpan, restoreWords, toggleCut } from './cut-edits.ts'
import { cutWordIds } from './cut-runs.ts'

let made = 0
const newId = (): string => `n${++made}`
const after = (transcript: Transcript, edits: readonly Edit[]): Transcript =>
  edits.reduce((now, edit) => applyEdit(now, edit).transcript, transcript)
const cutIn = (transcript: Transcript): string[] => [...cutWordIds(transcript)]

it('cuts words over paragraphs, and restores them when all are cut', () => {
  const start = conversation([])
  const range = { fromWordId: 'c1.4', toWordId: 'c2.1' }
  const cut = after(start, toggleCut(start, range, newId))
  expect(cutIn(cut)).toEqual(['c1.4', 'c2.0', 'c2.1'])
  expect(isRangeCut(cut, range)).toBe(true)
  expect(after(cut, toggleCut(cut, range, newId)).marks).toEqual([])
})

it('cuts only what is not cut yet, with the reason of each', () => {
  const start = conversation([])
  const first = after(
    start,
    cutWords(start, [{ fromWordId: 'c1.1', toWordId: 'c1.1', reason: 'filler' }], newId),
  )
  const both = after(first, toggleCut(first, { fromWordId: 'c1.0', toWordId: 'c1.2' }, newId))
  expect(both.marks.map((mark) => [mark.fromWordId, mark.toWordId, mark.value])).toEqual([
    ['c1.1', 'c1.1', { reason: 'filler' }],
    ['c1.0', 'c1.0', { reason: 'person' }],
    ['c1.2', 'c1.2', { reason: 'person' }],
  ])
})

it('restores a word in the middle of a cut; edges set by hand stay with their words', () => {
  const value = { reason: 'person', startMs: 10, endMs: 1_900 } as const
  const start = conversation([{ id: 'm', kind: 'cut', fromWordId: 'c1.0', toWordId: 'c1.4', value }])
  const left = after(start, restoreWords(start, [{ fromWordId: 'c1.2', toWordId: 'c1.2' }], newId))
  expect(left.marks.map((mark) => [mark.fromWordId, mark.toWordId, mark.value])).toEqual([
    ['c1.0', 'c1.1', { reason: 'person', startMs: 10 }],
    ['c1.3', 'c1.4', { reason: 'person', endMs: 1_900 }],
  ])
})

it('restores what is cut within a time, and everything', () => {
  const start = conversation([
    { id: 'm', kind: 'cut', fromWordId: 'c1.0', toWordId: 'c1.1', value: { reason: 'person' } },
    { id: 'n', kind: 'cut', fromWordId: 'c3.0', toWordId: 'c3.0', value: { reason: 'filler' } },
    {
      id: 's',
      kind: 'cut-sound',
      fromWordId: 'c2.0',
      toWordId: 'c2.0',
      value: { reason: 'person', startMs: 2_000, endMs: 2_090 },
    },
    { id: 'c', kind: 'bookmark', fromWordId: 'c2.0', toWordId: 'c2.0', value: null },
  ])
  const ids = (transcript: Transcript): string[] => transcript.marks.map(({ id }) => id)
  expect(ids(after(start, restoreSpan(start, { startMs: 0, endMs: 1_000 }, newId)))).toEqual(['n', 's', 'c'])
  expect(ids(after(start, restoreSpan(start, { startMs: 1_900, endMs: 2_100 }, newId)))).toEqual([
    'm',
    'n',
    'c',
  ])
  expect(ids(after(start, restoreAll(start, newId)))).toEqual(['c'])
})
