import { expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import { CutClock } from './cut-clock.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { foundStretches } from './found-places.ts'
import { pauseLengths, pausesInText } from './pauses-in-text.ts'

const paragraphs = spoken([
  ['A', 1_000, 3_000, 'So it begins'],
  ['B', 2_500, 3_500, 'yes'],
  ['A', 6_000, 7_000, 'and ends.'],
])

it('a pause is after the word that ends last before it, as long as it is between words', () => {
  const places = foundStretches('pause', [{ startMs: 3_800, endMs: 5_700 }], [])
  expect(pausesInText(paragraphs, places)).toEqual([
    {
      place: places[0],
      paragraphId: paragraphs[1]?.id,
      wordId: paragraphs[1]?.words[0]?.id,
      lengthMs: 2_500,
    },
  ])
})

it('what is cut before the first word, after the last one or while somebody speaks is no pause in the text', () => {
  const places = foundStretches(
    'pause',
    [],
    [
      { id: 'a', startMs: 0, endMs: 800, reason: 'pause' },
      { id: 'b', startMs: 2_600, endMs: 2_900, reason: 'pause' },
      { id: 'c', startMs: 8_000, endMs: 9_000, reason: 'pause' },
    ],
  )
  expect(places).toHaveLength(3)
  expect(pausesInText(paragraphs, places)).toEqual([])
})

it('its length leads to the length that it has in the cut, before and after it is cut', () => {
  const row = { id: 'a', startMs: 3_800, endMs: 5_700, reason: 'pause' as const }
  const clockOf = (stretches: readonly (typeof row)[]): CutClock =>
    new CutClock(
      findKeptSpans({
        transcript: { paragraphs, marks: [] },
        stretches,
        durationMs: 9_000,
        rate: 48_000,
        loudness: null,
      }).kept,
    )
  const lengths = (rows: readonly (typeof row)[], cut: readonly (typeof row)[]) =>
    foundStretches('pause', [row], rows).map((place) => pauseLengths(paragraphs, place, clockOf(cut)))
  expect(lengths([], [])).toEqual([{ lengthMs: 2_500, becomesMs: 600 }])
  expect(lengths([row], [row])).toEqual([{ lengthMs: 2_500, becomesMs: 600 }])
  // Of what another cut has left.
  const other = { ...row, id: 'b', startMs: 3_500, endMs: 3_700 }
  expect(lengths([], [other])).toEqual([{ lengthMs: 2_500, becomesMs: 400 }])
  expect(
    foundStretches('pause', [{ startMs: 100, endMs: 900 }], []).map((place) =>
      pauseLengths(paragraphs, place, clockOf([])),
    ),
  ).toEqual([null])
})
