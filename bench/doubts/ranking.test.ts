import { expect, it } from 'vitest'
import { areaUnderCurve, held, type RankedWord } from './ranking.ts'

const ranked = (...words: readonly (readonly [estimate: number, isWrong: boolean])[]): RankedWord[] =>
  words.map(([estimate, isWrong]) => ({ estimate, isWrong }))

it('tells how many wrong words the first part of a list holds', () => {
  const words = ranked([0.1, false], [0.9, true], [0.5, false], [0.2, true])
  expect([held(words, 0.25), held(words, 0.5), held(words, 0.75), held(words, 1)]).toEqual([0.5, 0.5, 1, 1])
  // Two of four equal words fit in half of the list.
  expect(held(ranked([0.5, true], [0.5, false], [0.5, true], [0.5, false]), 0.5)).toBe(0.5)
  expect(held(ranked([0.5, false]), 0.5)).toBe(0)
})

it('measures how often a wrong word comes before a right one', () => {
  expect(areaUnderCurve(ranked([0.9, true], [0.8, true], [0.1, false]))).toBe(1)
  expect(areaUnderCurve(ranked([0.1, true], [0.9, false]))).toBe(0)
  expect(areaUnderCurve(ranked([0.9, true], [0.5, false], [0.4, true], [0.1, false]))).toBe(0.75)
  expect(areaUnderCurve(ranked([0.5, true], [0.5, false]))).toBe(0.5)
})
