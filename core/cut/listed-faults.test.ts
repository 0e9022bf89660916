import { expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import { documentOf } from '../formats/testing/sample-document.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { joinsToRecognize } from './joins-to-recognize.ts'
import { listedFaults } from './listed-faults.ts'

const { transcript } = documentOf(
  spoken([
    ['A', 0, 4_000, 'one two three four'],
    ['B', 4_000, 8_000, 'five six seven eight'],
  ]),
)
const idOf = (text: string): string =>
  transcript.paragraphs.flatMap(({ words }) => words).find((word) => word.text === text)?.id ?? ''

const cut = (from: string, to: string): Mark => ({
  id: `cut ${from}`,
  kind: 'cut',
  fromWordId: idOf(from),
  toWordId: idOf(to),
  value: { reason: 'person' },
})
const withMarks = (...marks: readonly Mark[]): Transcript => ({ ...transcript, marks })
const keptOf = (some: Transcript) =>
  findKeptSpans({ transcript: some, stretches: [], durationMs: 8_000, rate: 48_000, loudness: null })

/** What is listed if this was heard at the first join. */
function listed(some: Transcript, faults: { clipped?: readonly string[]; heard?: readonly string[] }) {
  const found = keptOf(some)
  const key = joinsToRecognize(found.kept, some)[0]?.key ?? ''
  const row = { key, clipped: (faults.clipped ?? []).map(idOf), heard: (faults.heard ?? []).map(idOf) }
  return listedFaults(found, some, [row])
}

it('words on both sides are listed apart, marked with the word beyond the edge', () => {
  const found = listed(withMarks(cut('three', 'three')), { clipped: ['two', 'four'], heard: ['three'] })
  expect(
    found.map(({ fault, fromWordId, leave }) => [fault, fromWordId, leave.fromWordId, leave.toWordId]),
  ).toEqual([
    ['clipped', idOf('two'), idOf('two'), idOf('three')],
    ['clipped', idOf('four'), idOf('three'), idOf('four')],
    ['heard', idOf('three'), idOf('three'), idOf('four')],
  ])
})

it('what is left by a mark, what is cut otherwise now, and words that are gone are not listed', () => {
  const marks = [cut('three', 'three')]
  const [clipped] = listed(withMarks(...marks), { clipped: ['two'] })
  const leave = clipped?.leave ?? { fromWordId: '', toWordId: '' }
  const left: Mark = { id: 'a', kind: 'accepted', ...leave, value: null }
  expect(listed(withMarks(...marks, left), { clipped: ['two'] })).toEqual([])
  // The text of the words was accepted, not the cut.
  const right: Mark = { ...left, fromWordId: idOf('two'), toWordId: idOf('two') }
  expect(listed(withMarks(...marks, right), { clipped: ['two'] })).toHaveLength(1)
  expect(listed(withMarks(...marks), { clipped: ['gone'] })).toEqual([])
  const other = withMarks(cut('three', 'four'))
  const { key } = joinsToRecognize(keptOf(withMarks(...marks)).kept, withMarks(...marks))[0] ?? { key: '' }
  expect(listedFaults(keptOf(other), other, [{ key, clipped: [idOf('two')], heard: [] }])).toEqual([])
})

it('a cut between paragraphs lists words of each', () => {
  const found = listed(withMarks(cut('four', 'five')), { clipped: ['three', 'six'], heard: ['four', 'five'] })
  expect(found.map(({ fault, fromWordId, toWordId }) => [fault, fromWordId, toWordId])).toEqual([
    ['clipped', idOf('three'), idOf('three')],
    ['clipped', idOf('six'), idOf('six')],
    ['heard', idOf('four'), idOf('four')],
    ['heard', idOf('five'), idOf('five')],
  ])
})
