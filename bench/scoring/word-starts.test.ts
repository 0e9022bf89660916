import { expect, test } from 'vitest'
import { percentile, wordStartErrors } from './word-starts.ts'

const word = (text: string, start: number) => ({ text, start })

test('only words that both have are compared', () => {
  const reference = [word('Hello', 1), word('there', 1.5), word('you', 2)]
  const hypothesis = [word('hello,', 1.25), word('dear', 1.5), word('you.', 1.875)]
  expect(wordStartErrors(reference, hypothesis)).toEqual([250, 125])
})

test('of a word that counts as two, the first start is known', () => {
  expect(wordStartErrors([word('ill', 1), word('disposed', 1.5)], [word('ill-disposed', 1.125)])).toEqual([
    125,
  ])
})

test('percentiles by nearest rank', () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2)
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9)
  expect(percentile([], 0.5)).toBeNaN()
})
