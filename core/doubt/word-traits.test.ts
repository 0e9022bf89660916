import { describe, expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { DoubtEvidence } from './evidence.ts'
import { wordTraits, type WordTraits } from './word-traits.ts'

const confidences = [0.96, 0.72, 0.96, 0.3, 0.96, 0.96]
const transcript: Transcript = {
  ...conversation([]),
  turns: [],
  paragraphs: [
    paragraph(
      'p',
      's1',
      saidWords('c', 'We recognise speech quite well today', 0).map((word, index) => ({
        ...word,
        confidence: confidences[index] ?? null,
      })),
    ),
  ],
}
const traitsOf = (evidence: DoubtEvidence = {}, of: Transcript = transcript): WordTraits[] => [
  ...wordTraits(of, evidence).values(),
]

describe('wordTraits', () => {
  it('tells a word’s band, and how unsure the words around it are', () => {
    const traits = traitsOf()
    expect(traits.map(({ band }) => band)).toEqual([0, 1, 0, 3, 0, 0])
    // Without the word itself.
    expect(traits[3]?.company).toBeCloseTo((4 * 0.04 + 0.28) / 5)
    expect(traits[0]?.company).toBeCloseTo((3 * 0.04 + 0.28 + 0.7) / 5)
  })

  it('tells whether another reading says the same, and how much of the passage is disputed', () => {
    const chunk = {
      startMs: 0,
      endMs: 3000,
      readings: 2,
      otherTexts: ['We wreck a nice speech, quite well Today.'],
    }
    const traits = traitsOf({ chunks: [chunk] })
    expect(traits.map(({ other }) => other)).toEqual(['same', 'differs', 'same', 'same', 'same', 'same'])
    expect(traits[0]?.disputed).toBeCloseTo(1 / 5)
    expect(traits[1]?.disputed).toBe(0)
    expect(traitsOf({ chunks: [{ startMs: 0, endMs: 3000 }] })[1]?.other).toBe('unread')
    expect(traitsOf({ chunks: [{ startMs: 0, endMs: 3000, readings: 2 }] })[1]?.other).toBe('same')
  })

  it('tells the ends of a passage, and where two speak at once', () => {
    const traits = traitsOf({ chunks: [{ startMs: 0, endMs: 3000 }] })
    expect(traits.map(({ isAtEdge }) => isAtEdge)).toEqual([true, false, false, false, false, true])
    const turns = [
      { speakerId: 's1', startMs: 0, endMs: 3000 },
      { speakerId: 's2', startMs: 350, endMs: 720 },
    ]
    expect(traitsOf({}, { ...transcript, turns }).map(({ isOverlapped }) => isOverlapped)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('has none of a person’s words', () => {
    const [first] = transcript.paragraphs
    const words = first?.words.map((word) => ({ ...word, origin: 'written' as const })) ?? []
    expect(traitsOf({}, { ...transcript, paragraphs: [paragraph('p', 's1', words)] })).toEqual([])
  })
})
