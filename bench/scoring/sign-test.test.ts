import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chanceOfAsManyWorse } from './sign-test.ts'

it('is the share of outcomes with as many worse places or more', () => {
  expect(chanceOfAsManyWorse(0, 0)).toBe(1)
  expect(chanceOfAsManyWorse(3, 0)).toBeCloseTo(1 / 8)
  expect(chanceOfAsManyWorse(2, 1)).toBeCloseTo(4 / 8)
  expect(chanceOfAsManyWorse(8, 2)).toBeCloseTo(56 / 1024)
})

it('falls with each worse place and takes thousands of places', () => {
  const count = fc.integer({ min: 0, max: 3_000 })
  fc.assert(
    fc.property(count, count, (worse, better) => {
      const chance = chanceOfAsManyWorse(worse, better)
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
      expect(chanceOfAsManyWorse(worse + 1, better)).toBeLessThanOrEqual(chance + 1e-9)
    }),
    { numRuns: 30 },
  )
})
