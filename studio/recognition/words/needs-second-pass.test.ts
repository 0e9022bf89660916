import { expect, it } from 'vitest'
import { needsSecondPass } from './needs-second-pass.ts'

const words = (count: number, confidence: number, text = 'word') =>
  Array.from({ length: count }, () => ({ text, confidence }))

it('needs none for a text that is sure, however few its words', () => {
  expect(needsSecondPass(words(1, 0.85), 10, true)).toBe(false)
  expect(needsSecondPass(words(1, 0.85), 10, false)).toBe(false)
})

it('needs one for a text that is very unsure, however many its words', () => {
  expect(needsSecondPass(words(60, 0.69), 10, true)).toBe(true)
  expect(needsSecondPass([], 10, true)).toBe(true)
  expect(needsSecondPass([], 0, true)).toBe(true)
})

it('needs one between the two where words may be missing', () => {
  expect(needsSecondPass(words(27, 0.8), 10, true)).toBe(true)
  expect(needsSecondPass(words(28, 0.8), 10, true)).toBe(false)
})

it('needs one between the two where it costs little', () => {
  expect(needsSecondPass(words(28, 0.8), 10, false)).toBe(true)
})

it('needs one between the two where words have no spaces that could be counted', () => {
  expect(needsSecondPass(words(60, 0.8, '話'), 10, true)).toBe(true)
})

it('takes a word without a confidence for a wrong one', () => {
  expect(needsSecondPass([{ text: 'one', confidence: null }, ...words(1, 0.9)], 0.5, true)).toBe(true)
})
