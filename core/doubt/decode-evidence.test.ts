import { describe, expect, it } from 'vitest'
import { saidWords } from '../edits/testing/samples.ts'
import type { Decoded } from '../words/decoded.ts'
import { decodeEvidence, type ReadChunk } from './decode-evidence.ts'

function decoded(text: string): Decoded {
  const tokens = text
    .split(' ')
    .map((word) => ({ text: word, startSeconds: null, endSeconds: null, band: null }))
  return { span: { startSample: 0, sampleCount: 48_000 }, text, language: 'en', tokens }
}

function chunk(
  first: string | null,
  others: readonly string[][] = [],
  changes: Partial<ReadChunk> = {},
): ReadChunk {
  return {
    startMs: 0,
    endMs: 3000,
    speechSeconds: 2,
    cutAtStart: false,
    cutAtEnd: false,
    first: first === null ? null : decoded(first),
    others: others.map((reading) => reading.map(decoded)),
    ...changes,
  }
}

const words = saidWords('c', 'We recognise speech well.', 0)

describe('decodeEvidence', () => {
  it('tells the readings that did not stay', () => {
    expect(
      decodeEvidence([chunk('we recognise speech, well', [['We wreck a nice beach well']])], words),
    ).toEqual([{ startMs: 0, endMs: 3000, readings: 2, otherTexts: ['We wreck a nice beach well'] }])
    expect(
      decodeEvidence([chunk('We wreck a nice beach', [['We recognise', 'speech well.']])], words),
    ).toEqual([{ startMs: 0, endMs: 3000, readings: 2, otherTexts: ['We wreck a nice beach'] }])
  })

  it('tells both readings where the text has words of each', () => {
    expect(
      decodeEvidence([chunk('We wreck a speech well', [['We recognise beaches well']])], words)[0]
        ?.otherTexts,
    ).toEqual(['We wreck a speech well', 'We recognise beaches well'])
  })

  it('tells where a model drifted into English that cannot be told the language', () => {
    const drifted = 'so the thing is that they were there'
    const [said] = decodeEvidence([chunk(drifted, [], { driftsFrom: 'fr' })], words)
    expect(said).toMatchObject({ driftedTo: 'en' })
    expect(decodeEvidence([chunk(drifted)], words)[0]).not.toHaveProperty('driftedTo')
    const french = chunk('alors voilà ce que nous avons vu', [], { driftsFrom: 'fr' })
    expect(decodeEvidence([french], words)[0]).not.toHaveProperty('driftedTo')
  })

  it('says nothing of readings that are alike, empty or lost', () => {
    const plain = [{ startMs: 0, endMs: 3000 }]
    const twice = [{ startMs: 0, endMs: 3000, readings: 2 }]
    expect(
      decodeEvidence([chunk('We recognise speech well.', [['we recognise speech well']])], words),
    ).toEqual(twice)
    expect(decodeEvidence([chunk(null, [['We recognise speech well']])], words)).toEqual(plain)
    expect(decodeEvidence([chunk('We recognise speech well', [['']])], words)).toEqual(twice)
  })

  it('reports why the first reading was not believed, and where the sound was cut', () => {
    expect(decodeEvidence([chunk('', [['We recognise speech well']], { cutAtEnd: true })], words)).toEqual([
      { startMs: 0, endMs: 3000, readings: 2, retried: 'empty', cutAtEnd: true },
    ])
    expect(decodeEvidence([chunk('no no no no', [], { cutAtStart: true })], words)).toEqual([
      { startMs: 0, endMs: 3000, retried: 'repetition', cutAtStart: true },
    ])
  })

  it('takes runaway text for no second opinion', () => {
    const runaway = 'We recognise because because because because because because'
    expect(decodeEvidence([chunk('We recognise speech well.', [[runaway]])], words)).toEqual([
      { startMs: 0, endMs: 3000 },
    ])
  })

  it('goes by the words in each chunk’s own time', () => {
    const later = saidWords('d', 'Two more words.', 4000)
    const second = chunk('To more worlds', [['Two more words']], { startMs: 3900, endMs: 6000 })
    expect(
      decodeEvidence([chunk('We recognise speech well'), second], [...words, ...later])[1]?.otherTexts,
    ).toEqual(['To more worlds'])
  })
})
