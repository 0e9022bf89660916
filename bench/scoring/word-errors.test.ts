import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWordErrors, alignWords, errorCount, wordErrors } from './word-errors.ts'

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

test('one substitution, one deletion, one insertion, counted by hand', () => {
  expect(wordErrors(words('the cat sat on the mat'), words('the hat sat the mat today'))).toEqual({
    words: 6,
    substitutions: 1,
    deletions: 1,
    insertions: 1,
  })
})

test('an empty text misses every word, an empty reference makes all words inserted', () => {
  expect(wordErrors(words('a b c'), [])).toEqual({ words: 3, substitutions: 0, deletions: 3, insertions: 0 })
  expect(wordErrors([], words('a b'))).toEqual({ words: 0, substitutions: 0, deletions: 0, insertions: 2 })
})

test('a word said twice but heard once is one deletion', () => {
  expect(errorCount(wordErrors(words('ask ask not'), words('ask not')))).toBe(1)
})

test('the alignment goes through both texts in order, each word once', () => {
  expect(alignWords(words('a b c'), words('a c'))).toEqual([
    { reference: 0, hypothesis: 0 },
    { reference: 1, hypothesis: null },
    { reference: 2, hypothesis: 1 },
  ])
})

test('counts of many texts add up', () => {
  const one = { words: 10, substitutions: 1, deletions: 2, insertions: 3 }
  expect(addWordErrors([one, one])).toEqual({ words: 20, substitutions: 2, deletions: 4, insertions: 6 })
})

const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })

test('a text has no errors against itself, and errors obey the triangle inequality', () => {
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(errorCount(wordErrors(a, a))).toBe(0)
      const direct = errorCount(wordErrors(a, c))
      expect(direct).toBeLessThanOrEqual(errorCount(wordErrors(a, b)) + errorCount(wordErrors(b, c)))
      expect(direct).toBe(errorCount(wordErrors(c, a)))
    }),
  )
})
