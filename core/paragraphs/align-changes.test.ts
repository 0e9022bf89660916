import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignChanges } from './align-changes.ts'
import { ids, letters, spoken } from './testing/spoken.ts'
import { wordRuns } from './word-runs.ts'

const aligned = (text: string, speakers: string, language = 'en'): string =>
  letters(alignChanges(spoken(text), ids(speakers), language))

test('to a sentence end one or two words away, before or after', () => {
  expect(aligned('Are you sure? Yes I am.', 'AABBBB')).toBe('AAABBB')
  expect(aligned('Are you sure? Yes I am.', 'ABBBBB')).toBe('AAABBB')
  expect(aligned('Are you sure? Yes I am.', 'AAAAAB')).toBe('AAABBB')
})

test('not three words away', () => {
  expect(aligned('Are you quite sure? Yes I am.', 'ABBBBBB')).toBe('ABBBBBB')
})

test('not over 0.6 s of speech', () => {
  const slow = spoken('Oh well yes. No.').map((word, index) => ({
    ...word,
    startMs: index * 400,
    endMs: index * 400 + 390,
  }))
  expect(letters(alignChanges(slow, ids('ABBB'), 'en'))).toBe('ABBB')
  expect(letters(alignChanges(slow, ids('AABB'), 'en'))).toBe('AAAB')
})

test('to a pause', () => {
  expect(aligned('so that is [400] well yes I see', 'AAAABBBB')).toBe('AAABBBBB')
})

test('a change at a sentence end or a pause stays', () => {
  expect(aligned('Sure. Yes. I am.', 'AABB')).toBe('AABB')
  expect(aligned('Sure [300] yes. I am.', 'ABBB')).toBe('ABBB')
})

test('to the nearest, and to the earlier of two', () => {
  expect(aligned('One. two three four. Five', 'AAABB')).toBe('AAAAB')
  expect(aligned('Zero one. Two three. Four', 'AAABB')).toBe('AABBB')
})

test('a title is no sentence end', () => {
  expect(aligned('thank you Mr. Smith is here', 'AAAABB')).toBe('AAAABB')
})

test('a change never passes another, and nobody loses all of their words', () => {
  expect(aligned('Well. you. know. that', 'ABAA')).toBe('ABAA')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('so', 'so.', '[400] so'), fc.constantFrom('A', 'B', 'C', null)), {
        minLength: 1,
        maxLength: 25,
      }),
      (parts) => {
        const speakers = parts.map(([, speaker]) => speaker)
        const moved = alignChanges(spoken(parts.map(([text]) => text).join(' ')), speakers, 'en')
        const order = (own: readonly (string | null)[]) => wordRuns(own).map((run) => run.speakerId)
        expect(order(moved)).toEqual(order(speakers))
      },
    ),
  )
})

test('words of nobody stay so', () => {
  expect(aligned('Are you. sure yes', 'A..B')).toBe('A..B')
})
