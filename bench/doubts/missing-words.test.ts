import { expect, it } from 'vitest'
import { compareModels } from '#core/doubt/compare-models'
import { conversation, saidWords } from '#core/edits/testing/samples'
import { packOpinion } from '#core/second-opinion/stored-opinion'
import { judgeMissing } from './missing-words.ts'

it('tells where the reference has a word that only the other text has too', () => {
  const transcript = conversation([])
  const spans = [{ startMs: 0, endMs: 9_000 }]
  const words = [
    ...saidWords('a', 'But who was there late last night?', 0),
    ...saidWords('b', 'Nobody. They all just went home.', 2_100),
    ...saidWords('c', 'That is what I thought.', 5_000),
  ]
  const opinion = packOpinion({ wanted: spans, texts: [{ track: null, spans, words }] })
  const [found] = compareModels(transcript, { opinions: [{ model: 'Another', opinion }] })
  const reference =
    'But who was there last night? Nobody. They all must have gone home. That is what I thought.'
  // "But" is missing, "late" was not said, "just" was said otherwise: one word of the two is still missing there.
  expect(judgeMissing(transcript, found?.differences ?? [], reference)).toEqual([true, false, true])
})
