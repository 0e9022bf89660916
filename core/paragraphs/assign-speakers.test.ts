import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignSpeakers } from './assign-speakers.ts'
import { letters, spoken, turn } from './testing/spoken.ts'

test('turn ends that are a word off are set right by punctuation', () => {
  const words = spoken('Are you sure? Yes. I am.')
  const turns = [turn('A', 0, 480), turn('B', 480, 1500)]
  expect(letters(assignSpeakers(words, turns, 'en'))).toBe('AAABBB')
})

test('a "hm" of 0.3 s in the middle of a sentence does not tear it', () => {
  const words = spoken('so I thought that we might go there')
  const turns = [turn('A', 0, 740), turn('B', 750, 950), turn('A', 960, 2000)]
  expect(letters(assignSpeakers(words, turns, 'en'))).toBe('AAAAAAAA')
})

test("a short answer between pauses is its speaker's own", () => {
  const words = spoken('Are you sure? [400] Yes. [400] Good then.')
  const turns = [turn('A', 0, 720), turn('B', 1000, 1300), turn('A', 1500, 2300)]
  expect(letters(assignSpeakers(words, turns))).toBe('AAABAA')
})

test('each word gets one of the speakers or none', () => {
  const turns = fc.array(
    fc
      .tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(5000), fc.integer({ min: 1, max: 2000 }))
      .map(([id, start, length]) => turn(id, start, start + length)),
  )
  fc.assert(
    fc.property(turns, fc.array(fc.constantFrom('so', 'so.', '[400]'), { maxLength: 20 }), (own, parts) => {
      const words = spoken(['well', ...parts].join(' '))
      const speakers = assignSpeakers(words, own)
      expect(speakers).toHaveLength(words.length)
      const known = [null, ...own.map((one) => one.speakerId)]
      for (const speaker of speakers) expect(known).toContain(speaker)
      expect(assignSpeakers(words, own)).toEqual(speakers)
    }),
  )
})
