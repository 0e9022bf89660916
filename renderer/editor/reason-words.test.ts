import { expect, it } from 'vitest'
import type { DoubtReason } from '#core/doubt/reasons'
import { say as sayIn } from '#core/messages/messages'
import type { Say } from '../ui/words.tsx'
import { reasonWords } from './reason-words.ts'

const unsure: DoubtReason = { reason: 'low-probability', band: 1, confidence: 0.9 }
const overlap: DoubtReason = { reason: 'overlap', speakerIds: [] }
const say: Say = (key, values) => sayIn('en', key, values)

it.each([
  [0.2, 'Slightly unsure'],
  [0.34, 'Unsure'],
  [0.49, 'Unsure'],
  [0.5, 'Very unsure'],
])('says how unsure a word of estimate %s is, in the order of the list', (estimate, words) => {
  expect(reasonWords({ reasons: [unsure], estimate }, say, new Map())).toEqual([words])
})

it('says each reason once', () => {
  const reasons: DoubtReason[] = [unsure, overlap, { ...unsure, band: 3 }]
  expect(reasonWords({ reasons, estimate: 0.4 }, say, new Map())).toEqual([
    'Unsure',
    'Several people speaking at once',
  ])
})

it('says honestly that only about half of the words that only another model has are missing', () => {
  const ends = { fromWordId: 'a', toWordId: 'b' }
  const other: DoubtReason = {
    reason: 'other-model-differs',
    model: 'Moonshine',
    other: 'not',
    between: true,
    ...ends,
  }
  const [words] = reasonWords({ reasons: [other], estimate: 0.5 }, say, new Map())
  expect(words).toContain('Moonshine')
  expect(words).toContain('may be missing')
  expect(words).toContain('half')
  const [replaced] = reasonWords({ reasons: [{ ...other, between: false }], estimate: 0.5 }, say, new Map())
  expect(replaced).toBe('Different with Moonshine')
})
