import { expect, it } from 'vitest'
import { shareInterval } from './share-interval.ts'

it('is the interval of Wilson', () => {
  // Brown, Cai and DasGupta 2001: none of n trials leaves z²/(n + z²) at most.
  expect(shareInterval(0, 100)[0]).toBe(0)
  expect(shareInterval(0, 100)[1]).toBeCloseTo(3.8415 / 103.8415, 4)
  const [low, high] = shareInterval(5, 10)
  expect([low, high]).toEqual([expect.closeTo(0.2366, 3), expect.closeTo(0.7634, 3)])
  expect(shareInterval(0, 0)).toEqual([0, 1])
})
