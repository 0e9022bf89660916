import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endWithShortest } from './end-with-shortest.ts'

const lengthOf = (index: number): number => [4, 9, 1, 7, 5, 7][index] ?? 0

test('the last ones are ordered by falling length, equal ones as they were', () => {
  expect(endWithShortest([0, 1, 2, 3, 4, 5], lengthOf, 4)).toEqual([0, 1, 3, 5, 4, 2])
  expect(endWithShortest([5, 2, 0], lengthOf, 9)).toEqual([5, 0, 2])
  expect(endWithShortest([2, 0, 1], lengthOf, 0)).toEqual([2, 0, 1])
})

test('each index is there once, and those before the last ones stay where they were', () => {
  const cases = fc.tuple(fc.uniqueArray(fc.nat(50)), fc.nat(60), fc.array(fc.nat(9)))
  fc.assert(
    fc.property(cases, ([indexes, count, lengths]) => {
      const ordered = endWithShortest(indexes, (index) => lengths[index] ?? 0, count)
      const kept = Math.max(0, indexes.length - count)
      expect(ordered.slice(0, kept)).toEqual(indexes.slice(0, kept))
      const byNumber = (one: number, other: number): number => one - other
      expect(ordered.toSorted(byNumber)).toEqual(indexes.toSorted(byNumber))
    }),
  )
})
