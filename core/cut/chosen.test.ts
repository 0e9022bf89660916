import { describe, expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import type { Mark } from '../transcript/transcript.ts'
import { chosenBetween, chosenFillers, chosenRepetitions } from './chosen-words.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { cutSpans } from './joins.ts'
import type { LoudnessCurve } from './loudness.ts'
import { longPauses } from './long-pauses.ts'

const paragraphs = spoken([
  ['A', 1_000, 3_000, 'Um, so uh, um, yes.'],
  ['B', 5_000, 6_000, 'No, no.'],
  ['A', 6_500, 7_000, 'Why?'],
])
const cutFirst: Mark = {
  id: 'm',
  kind: 'cut',
  fromWordId: 'p0.0',
  toWordId: 'p0.0',
  value: { reason: 'person' },
}
const keptOf = (marks: readonly Mark[], stretches: readonly { startMs: number; endMs: number }[] = []) =>
  findKeptSpans({
    transcript: { paragraphs, marks },
    stretches,
    durationMs: 9_000,
    rate: 48_000,
    loudness: null,
  }).kept

describe('words to cut', () => {
  it('are fillers that follow one another, but for those that are cut', () => {
    expect(chosenFillers({ paragraphs, marks: [cutFirst] }, 'en')).toEqual([
      { fromWordId: 'p0.2', toWordId: 'p0.3', count: 2, reason: 'filler' },
    ])
  })

  it('are the first of repeated words and of starts that are begun again', () => {
    const said = spoken([['A', 0, 3_000, 'I, I think we should, we should go.']])
    expect(chosenRepetitions({ paragraphs: said, marks: [] }, 'en')).toEqual([
      { fromWordId: 'p0.0', toWordId: 'p0.0', count: 1, reason: 'repetition' },
      { fromWordId: 'p0.3', toWordId: 'p0.4', count: 2, reason: 'repetition' },
    ])
    expect(chosenFillers({ paragraphs: said, marks: [] }, 'en')).toEqual([])
  })

  it('are those wholly between two times, both included', () => {
    const ends = (fromMs: number, toMs: number) =>
      chosenBetween({ paragraphs, marks: [] }, fromMs, toMs).map(({ fromWordId, toWordId }) => [
        fromWordId,
        toWordId,
      ])
    expect(ends(5_000, 7_000)).toEqual([
      ['p1.0', 'p1.1'],
      ['p2.0', 'p2.0'],
    ])
    expect(ends(5_001, 6_999)).toEqual([['p1.1', 'p1.1']])
  })
})

describe('long pauses', () => {
  const limits = { longerThanMs: 1_200, leftMs: 600 }
  it('are those between words of any speaker; the middle of each is cut', () => {
    expect(longPauses({ paragraphs }, keptOf([]), limits, null)).toEqual([{ startMs: 3_300, endMs: 4_700 }])
  })

  it('are as long as asked afterwards, and no pause is shortened twice', () => {
    const kept = keptOf([], longPauses({ paragraphs }, keptOf([]), limits, null))
    expect(cutSpans(kept)).toEqual([{ startMs: 3_300, endMs: 4_700 }])
    expect(longPauses({ paragraphs }, kept, limits, null)).toEqual([])
  })

  it('are quiet: music is none, nor are words that were deleted from the text', () => {
    const isSpoken = (ms: number): boolean =>
      paragraphs.some(({ words }) => words.some(({ startMs, endMs }) => ms >= startMs && ms < endMs))
    const curve = (noise: (ms: number) => number): LoudnessCurve => ({
      grainMs: 10,
      levels: Uint8Array.from({ length: 900 }, (_, at) => (isSpoken(10 * at) ? 80 : noise(10 * at))),
    })
    const pauses = (noise: (ms: number) => number) =>
      longPauses({ paragraphs }, keptOf([]), limits, curve(noise))
    expect(pauses(() => 8)).toEqual([{ startMs: 3_300, endMs: 4_700 }])
    // A knock of 100 ms.
    expect(pauses((ms) => (ms >= 4_000 && ms < 4_100 ? 120 : 8))).toHaveLength(1)
    expect(pauses((ms) => (ms >= 3_500 && ms < 4_000 ? 60 : 8))).toEqual([])
  })
})
