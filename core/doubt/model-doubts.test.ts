import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, saidWords } from '../edits/testing/samples.ts'
import { packOpinion } from '../second-opinion/stored-opinion.ts'
import { alternativeEdit, alternatives } from './alternatives.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { findDoubts } from './doubts.ts'
import { LIKELY } from './order.ts'

const spans = [{ startMs: 0, endMs: 4_500 }]
const words = [
  ...saidWords('o', 'Who was here last night?', 0),
  ...saidWords('q', 'Nobody. They all walked home.', 2_100),
]
const opinions = [
  { model: 'Another', opinion: packOpinion({ wanted: spans, texts: [{ track: null, spans, words }] }) },
]

/** The conversation, with the model a little unsure of two passages. */
function unsureConversation(): Transcript {
  const certain = conversation()
  const paragraphs = certain.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) =>
      /^(?:c1\.|c2\.[234])/u.test(word.id) ? { ...word, confidence: 0.72 } : word,
    ),
  }))
  return { ...certain, paragraphs }
}

it('where another model differs from an unsure word is worth checking, with its text as the alternative', () => {
  const transcript = unsureConversation()
  // Neither is enough by itself.
  expect(findDoubts(transcript).likely).toEqual([])
  const certain = findDoubts(conversation(), { opinions })
  expect(certain.likely).toEqual([])
  expect(certain.all.map(({ fromWordId }) => fromWordId)).toEqual(['c1.2', 'c2.3'])
  const { likely } = findDoubts(transcript, { opinions })
  expect(likely.map(({ fromWordId, toWordId }) => [fromWordId, toWordId])).toEqual([
    ['c1.2', 'c1.2'],
    ['c2.3', 'c2.3'],
  ])
  const [first] = likely
  expect(first?.estimate).toBeGreaterThanOrEqual(LIKELY)
  const [other] = alternatives(first ?? { reasons: [] })
  expect(other).toMatchObject({ text: 'here', isTerm: false })
  const edit = alternativeEdit(transcript, other!, 'e')
  const after = applyEdits(transcript, [edit!]).transcript
  expect(after.paragraphs[0]?.words[2]?.text).toBe('here')
  // A person's word or an accepted one is no longer doubted.
  expect(findDoubts(after, { opinions }).likely).toHaveLength(1)
  const accepted = { id: 'm', kind: 'accepted' as const, fromWordId: 'c2.3', toWordId: 'c2.3', value: null }
  expect(findDoubts({ ...after, marks: [accepted] }, { opinions }).likely).toEqual([])
})

it('another model that has the same words raises no doubt; one that lacks a word does, without an alternative', () => {
  const transcript = unsureConversation()
  const of = (text: string) => {
    const some = saidWords('o', text, 0)
    const part = [{ startMs: 0, endMs: 2_000 }]
    const opinion = packOpinion({ wanted: part, texts: [{ track: null, spans: part, words: some }] })
    return findDoubts(transcript, { opinions: [{ model: 'Another', opinion }] }).likely
  }
  expect(of('who was there last night')).toEqual([])
  const [missing] = of('Who was last night?')
  expect(missing).toMatchObject({
    fromWordId: 'c1.2',
    reasons: expect.arrayContaining([
      expect.objectContaining({ reason: 'other-model-differs', other: '', between: false }),
    ]),
  })
  expect(alternatives(missing!)).toEqual([])
})

it('a word that only another model has may be missing: listed, but never where a person removed it', () => {
  const transcript = conversation()
  const part = [{ startMs: 0, endMs: 2_000 }]
  const said = saidWords('o', 'Who was there late last night?', 0)
  const opinion = packOpinion({ wanted: part, texts: [{ track: null, spans: part, words: said }] })
  const known = [{ model: 'Another', opinion }]
  const [missing, ...others] = findDoubts(transcript, { opinions: known }).likely
  expect(others).toEqual([])
  expect(missing).toMatchObject({
    fromWordId: 'c1.2',
    toWordId: 'c1.3',
    estimate: 0.5,
    reasons: [{ reason: 'other-model-differs', other: 'late', between: true }],
  })
  const edit = alternativeEdit(transcript, alternatives(missing!)[0]!, 'e')
  expect(applyEdits(transcript, [edit!]).transcript.paragraphs[0]?.words.map(({ text }) => text)).toEqual([
    'Who',
    'was',
    'there',
    'late',
    'last',
    'night?',
  ])
  const removed = [{ startMs: 1_200, endMs: 1_500 }]
  expect(findDoubts(transcript, { opinions: known, removed }).likely).toEqual([])
})
