import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Word } from '../transcript/transcript.ts'
import { handOut } from './hand-out.ts'

const word = (text: string, startMs: number, endMs: number): Word => ({
  id: text,
  before: ' ',
  text,
  startMs,
  endMs,
  confidence: 0.96,
  origin: 'recognised',
})
const span = (start: number, end: number) => ({ startSample: start * 16_000, endSample: end * 16_000 })
const texts = (shares: readonly (readonly Word[])[]): string[] =>
  shares.map((words) => words.map(({ text }) => text).join(' '))

test('each word goes to the chunk in which it is said', () => {
  const words = [word('Shall', 1000, 1300), word('we?', 1300, 1600), word('Yes.', 2200, 2500)]
  expect(texts(handOut(words, [span(0, 2), span(2.2, 3)]))).toEqual(['Shall we?', 'Yes.'])
})

test('a word in the pause goes to the nearer side', () => {
  const words = [word('well', 2000, 2800), word('so', 2700, 3500)]
  expect(texts(handOut(words, [span(0, 2), span(4, 5)]))).toEqual(['well', 'so'])
})

test('each chunk gets a word, where there are enough', () => {
  const [one, two, three] = [word('so', 200, 400), word('yes', 5000, 5200), word('no', 5200, 5400)]
  const chunks = [span(0, 1), span(2, 3), span(4, 6)]
  expect(texts(handOut([one, two, three], chunks))).toEqual(['so', 'yes', 'no'])
  expect(texts(handOut([one, one, one], chunks))).toEqual(['so', 'so', 'so'])
  expect(texts(handOut([two], chunks))).toEqual(['', '', 'yes'])
})

test('all words, each once, in their order', () => {
  const someWords = fc.array(fc.tuple(fc.nat(20_000), fc.nat(2000)))
  fc.assert(
    fc.property(someWords, fc.integer({ min: 1, max: 8 }), (times, count) => {
      const words = times.map(([start, length], index) => word(String(index), start, start + length))
      const chunks = Array.from({ length: count }, (_, index) => span(index * 2, index * 2 + 1.5))
      const shares = handOut(words, chunks)
      expect(shares.flat()).toEqual(words)
      expect(shares.filter((share) => share.length === 0).length === 0 || count > words.length).toBe(true)
    }),
  )
})
