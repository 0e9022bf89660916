import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SpeakerSegment } from '../transcript/transcript.ts'
import { absorbStrayWords } from './absorb-stray-words.ts'
import { ids, letters, spoken, turn } from './testing/spoken.ts'

const absorbed = (text: string, speakers: string, turns: readonly SpeakerSegment[] = []): string =>
  letters(absorbStrayWords(spoken(text), ids(speakers), turns))

test('a single word between words of one other speaker', () => {
  expect(absorbed('a b c d e', 'AABAA')).toBe('AAAAA')
  expect(absorbed('a b c', 'A.A')).toBe('AAA')
})

test('two words in under 0.5 s, but not three in more', () => {
  expect(absorbed('a b c d', 'ABBA')).toBe('AAAA')
  expect(absorbed('a b c d e', 'ABBBA')).toBe('ABBBA')
})

test('a pause of 0.3 s on either side keeps it', () => {
  expect(absorbed('a [300] b c', 'ABA')).toBe('ABA')
  expect(absorbed('a b [300] c', 'ABA')).toBe('ABA')
  expect(absorbed('a [290] b [290] c', 'ABA')).toBe('AAA')
})

test('a turn of its own of over 1 s keeps it, also beside the word', () => {
  expect(absorbed('a b c', 'ABA', [turn('B', 200, 1201)])).toBe('ABA')
  expect(absorbed('a b c', 'ABA', [turn('B', 200, 1200)])).toBe('AAA')
  expect(absorbed('a b c', 'ABA', [turn('B', 600, 2000)])).toBe('ABA')
})

test('between two others, or at either end, it stays', () => {
  expect(absorbed('a b c', 'ABC')).toBe('ABC')
  expect(absorbed('a b c', 'BAA')).toBe('BAA')
  expect(absorbed('a b c', 'AAB')).toBe('AAB')
  expect(absorbed('a b c', '.A.')).toBe('.A.')
})

test('one after the other', () => {
  expect(absorbed('a b c d e', 'ABACA')).toBe('AAAAA')
})

test('doing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('A', 'B', 'C', null), { maxLength: 30 }), (speakers) => {
      const words = spoken(Array(speakers.length).fill('a').join(' ')).slice(0, speakers.length)
      const once = absorbStrayWords(words, speakers, [])
      expect(absorbStrayWords(words, once, [])).toEqual(once)
    }),
  )
})
