import { expect, test } from 'vitest'
import { stepsOfErrors } from './step-of-error.ts'

test('an error belongs to the step after which it stayed', () => {
  expect(stepsOfErrors([0, 1, 0, 2, 2])).toEqual([
    { lost: 0, won: 0 },
    { lost: 0, won: 0 },
    { lost: 2, won: 0 },
    { lost: 0, won: 0 },
  ])
})

test('errors of several steps are divided among them', () => {
  expect(stepsOfErrors([1, 2, 2, 3]).map(({ lost }) => lost)).toEqual([1, 0, 1])
})

test('an error that went away belongs to the step after which it stayed away', () => {
  expect(stepsOfErrors([2, 0, 2, 1])).toEqual([
    { lost: 0, won: 0 },
    { lost: 0, won: 0 },
    { lost: 0, won: 1 },
  ])
})

test('what came and went counts for no step', () => {
  expect(stepsOfErrors([1, 5, 1]).every(({ lost, won }) => lost + won === 0)).toBe(true)
})
