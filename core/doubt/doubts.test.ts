import { describe, expect, it } from 'vitest'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { DEFAULT_BAND_SHARES } from '../words/band-shares.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { doubts } from './doubts.ts'
import { errorRate, orderDoubts } from './order.ts'
import { bandOfConfidence } from './text-doubts.ts'
import type { Doubt, DoubtReason } from './reasons.ts'

const calm: Transcript = { ...conversation([]), turns: [] }

function said(text: string, change: (word: Word, index: number) => Word = (word) => word): Transcript {
  return { ...calm, paragraphs: [paragraph('p', 's1', saidWords('c', text, 0).map(change))] }
}

const shown = (found: readonly Doubt[]): string[] =>
  found.map(({ fromWordId, toWordId, reasons }) => {
    return `${fromWordId}-${toWordId} ${reasons.map(({ reason }) => reason).join('+')}`
  })

function unsure(...confidences: (number | null)[]): (word: Word, index: number) => Word {
  return (word, index) => ({ ...word, confidence: confidences[index] ?? null })
}

describe('doubts', () => {
  it('raises none where there is nothing to doubt', () => {
    expect(doubts(calm)).toEqual([])
  })

  it('doubts words by band, neighbours of one band together', () => {
    const transcript = said('a b c d e f', unsure(0.96, 0.72, 0.72, 0.3, null, 0.51))
    const found = doubts(transcript)
    expect(shown(found)).toEqual([
      'c.1-c.2 low-probability',
      'c.3-c.3 low-probability',
      'c.5-c.5 low-probability',
    ])
    expect(found[1]?.reasons).toEqual([{ reason: 'low-probability', band: 3, confidence: 0.3 }])
  })

  it('doubts no word of a person', () => {
    const transcript = said('a b', (word) => ({ ...word, confidence: 0.3, origin: 'edited' }))
    expect(doubts(transcript)).toEqual([])
  })

  it('takes the nearest band for a probability between', () => {
    const bands = [1, 0.9, 0.8, 0.6, 0.4, 0].map((one) => bandOfConfidence(one, DEFAULT_BAND_SHARES))
    expect(bands).toEqual([0, 0, 1, 2, 3, 3])
  })

  it('finds where a second decode gave other words, but not other case', () => {
    const transcript = said('We recognise speech quite well today')
    const chunk = { startMs: 0, endMs: 3000, otherTexts: ['we wreck a nice beach quite well indeed today.'] }
    const found = doubts(transcript, { chunks: [chunk] })
    expect(found).toEqual([
      {
        fromWordId: 'c.1',
        toWordId: 'c.2',
        reasons: [{ reason: 'second-decode-differs', other: 'wreck a nice beach', between: false }],
      },
      {
        fromWordId: 'c.4',
        toWordId: 'c.5',
        reasons: [{ reason: 'second-decode-differs', other: 'indeed', between: true }],
      },
    ])
    expect(
      doubts(transcript, { chunks: [{ ...chunk, otherTexts: ['we recognise Speech, quite well today'] }] }),
    ).toEqual([])
  })

  it('joins reasons about the same words', () => {
    const transcript = said('We recognise speech', unsure(0.96, 0.51, 0.96))
    const chunk = { startMs: 0, endMs: 3000, otherTexts: ['We organise speech'] }
    expect(shown(doubts(transcript, { chunks: [chunk] }))).toEqual([
      'c.1-c.1 low-probability+second-decode-differs',
    ])
  })

  it('doubts a chunk that was decoded again, and the words at a cut', () => {
    const chunk = { startMs: 0, endMs: 3000, retried: 'runaway', cutAtEnd: true } as const
    expect(shown(doubts(said('a b c'), { chunks: [chunk] }))).toEqual([
      'c.0-c.2 guard-retried',
      'c.2-c.2 chunk-edge',
    ])
  })

  it('finds a phrase that comes four times in a row, not three', () => {
    expect(doubts(said('well thank you thank you thank you so'))).toEqual([])
    const found = doubts(said('well Thank you, thank you. thank you thank you so'))
    expect(shown(found)).toEqual(['c.1-c.8 repetition'])
    expect(found[0]?.reasons).toEqual([{ reason: 'repetition', repeated: 'thank you', times: 4 }])
  })

  it('finds words that are said over one another', () => {
    const turns = [
      { speakerId: 's1', startMs: 0, endMs: 1000 },
      { speakerId: 's2', startMs: 750, endMs: 1500 },
    ]
    const found = doubts({ ...said('a b c d'), turns })
    expect(found).toEqual([
      { fromWordId: 'c.2', toWordId: 'c.2', reasons: [{ reason: 'overlap', speakerIds: ['s1', 's2'] }] },
    ])
  })

  it('finds speech without text between its neighbours, and text where nobody speaks', () => {
    const regions = [
      { startMs: 0, endMs: 700 },
      { startMs: 2500, endMs: 4000 },
    ]
    const found = doubts(said('a b c d'), { regions })
    expect(found).toEqual([
      {
        fromWordId: 'c.2',
        toWordId: 'c.3',
        reasons: [{ reason: 'text-over-silence', startMs: 800, endMs: 1500 }],
      },
      {
        fromWordId: 'c.3',
        toWordId: 'c.3',
        reasons: [{ reason: 'speech-without-text', startMs: 2500, endMs: 4000 }],
      },
    ])
  })

  it('leaves out what a person accepted', () => {
    const mark = { id: 'm', kind: 'accepted', fromWordId: 'c.0', toWordId: 'c.1', value: null }
    const transcript = { ...said('a b c', unsure(0.96, 0.3, 0.3)), marks: [mark] }
    expect(doubts(transcript)).toHaveLength(1)
    expect(doubts({ ...transcript, marks: [{ ...mark, toWordId: 'c.2' }] })).toEqual([])
  })

  it('takes in doubts that were found elsewhere, while their words are there', () => {
    const reasons = [{ reason: 'near-glossary-term', term: 'Parolo' }] as const
    const found = ['c.0', 'gone'].map((id) => ({ fromWordId: id, toWordId: id, reasons }))
    expect(shown(doubts(said('parole'), { found }))).toEqual(['c.0-c.0 near-glossary-term'])
  })

  it('goes through three hours in a moment', () => {
    const words = Array.from({ length: 100_000 }, (_, index): Word => {
      const startMs = index * 108
      const confidence = index % 12 === 0 ? 0.51 : 0.96
      return {
        ...said('x').paragraphs[0]!.words[0]!,
        id: `c.${index}`,
        text: `w${index % 977}`,
        startMs,
        endMs: startMs + 100,
        confidence,
      }
    })
    const spans = Array.from({ length: 2000 }, (_, index) => ({
      startMs: index * 5400,
      endMs: index * 5400 + 5000,
    }))
    const turns = spans.map((span, index) => ({
      speakerId: index % 2 ? 's1' : 's2',
      startMs: span.startMs,
      endMs: span.endMs + 800,
    }))
    const transcript = { ...calm, turns, paragraphs: [paragraph('p', null, words)] }
    const start = performance.now()
    expect(doubts(transcript, { regions: spans, chunks: spans }).length).toBeGreaterThan(8000)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

function doubt(id: string, ...reasons: Doubt['reasons']): Doubt {
  return { fromWordId: id, toWordId: id, reasons }
}

function low(band: 1 | 2 | 3): DoubtReason {
  return { reason: 'low-probability', band, confidence: DEFAULT_BAND_SHARES[band] }
}

describe('orderDoubts', () => {
  it('puts the likeliest errors first and keeps the order of reading among equals', () => {
    const edge = { reason: 'chunk-edge', cutMs: 0 } as const
    const list = [
      doubt('a', low(1)),
      doubt('b', edge),
      doubt('c', edge, low(3)),
      doubt('d', low(1)),
      doubt('e', low(2)),
    ]
    expect(orderDoubts(list).map(({ fromWordId }) => fromWordId)).toEqual(['c', 'e', 'a', 'd', 'b'])
  })

  it('says which rates are measured', () => {
    expect(errorRate(low(2)).rate).toBeCloseTo(0.49)
    expect(errorRate(low(2)).measured).toBe(true)
    expect(errorRate({ reason: 'guard-retried', because: 'empty' }).measured).toBe(false)
  })
})
