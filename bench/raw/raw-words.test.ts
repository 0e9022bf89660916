import { expect, test } from 'vitest'
import { rawText, rawWords } from './raw-words.ts'

const texts = [
  {
    span: { startSample: 16_000, sampleCount: 16_000 },
    text: ' Hello\uE001 there.',
    tokens: [' Hel', 'lo\uE001', ' there', '.'],
    timestamps: [0, 0.25, 0.5, 0.75],
  },
]

test('a leading space begins a word, punctuation belongs to the word before, marks are no text', () => {
  expect(rawWords(texts)).toEqual([
    { text: ' Hello', start: 1 },
    { text: ' there.', start: 1.5 },
  ])
  expect(rawText(texts)).toBe('Hello there.')
})
