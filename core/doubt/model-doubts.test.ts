import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, saidWords } from '../edits/testing/samples.ts'
import { packOpinion } from '../second-opinion/stored-opinion.ts'
import { alternativeEdit, alternatives } from './alternatives.ts'
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

it('where another model differs is worth checking, with its text as the alternative', () => {
  const transcript = conversation()
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
  const transcript = conversation()
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
    reasons: [{ reason: 'other-model-differs', other: '' }],
  })
  expect(alternatives(missing!)).toEqual([])
})
