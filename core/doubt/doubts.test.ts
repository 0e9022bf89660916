import { describe, expect, it } from 'vitest'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { DEFAULT_BAND_SHARES } from '../words/band-shares.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { doubts, findDoubts } from './doubts.ts'
import { bandOfConfidence } from './text-doubts.ts'
import type { DoubtEvidence } from './evidence.ts'
import type { Doubt } from './reasons.ts'

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
    expect(found).toMatchObject([
      {
        fromWordId: 'c.1',
        toWordId: 'c.2',
        reasons: [
          {
            reason: 'second-decode-differs',
            other: 'wreck a nice beach',
            between: false,
            fromWordId: 'c.1',
            toWordId: 'c.2',
          },
        ],
      },
      {
        fromWordId: 'c.4',
        toWordId: 'c.5',
        reasons: [
          {
            reason: 'second-decode-differs',
            other: 'indeed',
            between: true,
            fromWordId: 'c.4',
            toWordId: 'c.5',
          },
        ],
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
    expect(found).toMatchObject([
      { fromWordId: 'c.2', toWordId: 'c.2', reasons: [{ reason: 'overlap', speakerIds: ['s1', 's2'] }] },
    ])
  })

  it('finds speech without text between its neighbours, and text where nobody speaks', () => {
    const regions = [
      { startMs: 0, endMs: 700 },
      { startMs: 2500, endMs: 4000 },
    ]
    const found = doubts(said('a b c d'), { regions })
    expect(found).toMatchObject([
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
    const mark = { id: 'm', kind: 'accepted' as const, fromWordId: 'c.0', toWordId: 'c.1', value: null }
    const transcript = { ...said('a b c', unsure(0.96, 0.3, 0.3)), marks: [mark] }
    expect(doubts(transcript)).toHaveLength(1)
    expect(doubts({ ...transcript, marks: [{ ...mark, toWordId: 'c.2' }] })).toEqual([])
  })

  it('takes in doubts that were found elsewhere, while their words are there', () => {
    const ends = { fromWordId: 'c.0', toWordId: 'c.0' }
    const reasons = [{ reason: 'near-glossary-term', term: 'Parolo', correction: 'Parolo', ...ends }] as const
    const found = ['c.0', 'gone'].map((id) => ({ fromWordId: id, toWordId: id, reasons }))
    expect(shown(doubts(said('parole'), { found }))).toEqual(['c.0-c.0 near-glossary-term'])
  })

  it('offers a term of the glossary once, in one place with the unsure words around it', () => {
    const transcript = said('my neighbor Mr Oh Kondo has', unsure(0.96, 0.96, 0.96, 0.51, 0.3, 0.96))
    const { likely } = findDoubts(transcript, { terms: [{ text: 'Okonjo' }] })
    expect(likely).toHaveLength(1)
    expect(likely[0]?.reasons).toContainEqual({
      reason: 'near-glossary-term',
      term: 'Okonjo',
      correction: 'Okonjo',
      fromWordId: 'c.3',
      toWordId: 'c.4',
    })
    const mark = { id: 'm', kind: 'accepted' as const, fromWordId: 'c.3', toWordId: 'c.4', value: null }
    expect(findDoubts({ ...transcript, marks: [mark] }, { terms: [{ text: 'Okonjo' }] }).all).toEqual([])
  })

  it('goes through three hours', () => {
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
    expect(doubts(transcript, { regions: spans, chunks: spans }).length).toBeGreaterThan(8000)
  })
})

describe('findDoubts', () => {
  const text = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index)).join(' ')
  const clear = Array.from({ length: 26 }, () => 0.96)
  const likely = (transcript: Transcript, evidence: DoubtEvidence = {}): string[] =>
    shown(findDoubts(transcript, evidence).likely)

  it('leaves one unsure word in a clear passage to those who want all doubts', () => {
    const found = findDoubts(said(text, unsure(...clear.with(6, 0.51))))
    expect(shown(found.all)).toEqual(['c.6-c.6 low-probability'])
    expect(found.likely).toEqual([])
    expect(found.all[0]?.estimate).toBeGreaterThan(0)
    expect(found.all[0]?.estimate).toBeLessThan(1 / 3)
  })

  it('lists words of a muddy passage together, the sure ones in it too', () => {
    const muddy = clear.with(12, 0.3).with(14, 0.3)
    const [place, ...others] = findDoubts(said(text, unsure(...muddy))).likely
    expect(others).toEqual([])
    expect(place).toMatchObject({ fromWordId: 'c.12', toWordId: 'c.14' })
    expect(place?.reasons).toEqual([{ reason: 'low-probability', band: 3, confidence: 0.3 }])
    expect(place?.estimate).toBeGreaterThanOrEqual(1 / 3)
  })

  it('doubts a sure word where all around is unsure, and says why', () => {
    const muddy = clear.map((sure, index) => (index === 12 ? sure : 0.3))
    const mark = { id: 'm', kind: 'accepted' as const, value: null }
    const marks = [
      { ...mark, id: 'm1', fromWordId: 'c.0', toWordId: 'c.11' },
      { ...mark, id: 'm2', fromWordId: 'c.13', toWordId: 'c.25' },
    ]
    expect(likely({ ...said(text, unsure(...muddy)), marks })).toEqual(['c.12-c.12 unsure-passage'])
    expect(likely(said(text, unsure(...clear)))).toEqual([])
  })

  it('lists what no word tells: speech without text, invented text', () => {
    const regions = [{ startMs: 0, endMs: 9000 }]
    expect(likely(said('a b c d', unsure(0.96, 0.96, 0.96, 0.96)), { regions })).toEqual([
      'c.3-c.3 speech-without-text',
    ])
  })

  it('leaves out what is accepted, word for word', () => {
    const muddy = said(text, unsure(...clear.with(12, 0.3).with(14, 0.3)))
    const mark = { id: 'm', kind: 'accepted' as const, fromWordId: 'c.12', toWordId: 'c.13', value: null }
    expect(likely({ ...muddy, marks: [mark] })).toEqual(['c.14-c.14 low-probability'])
  })

  it('stays as it is beside a word that a person corrects', () => {
    const muddy = said(text, unsure(...clear.with(10, 0.3).with(14, 0.3)))
    const before = findDoubts(muddy).likely.at(-1)
    expect(before?.toWordId).toBe('c.14')
    const edit = replaceTextEdit(muddy, { id: 'e', paragraphId: 'p', text: text.replace('k', 'Kay') })
    const after = findDoubts(applyEdits(muddy, [edit]).transcript).likely
    expect(after).toHaveLength(1)
    expect(after[0]?.toWordId).toBe('c.14')
    expect(after[0]?.estimate).toBeCloseTo(before?.estimate ?? 0, 5)
  })
})
