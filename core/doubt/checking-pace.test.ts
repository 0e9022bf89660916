import { expect, it } from 'vitest'
import { afterPlace, type CheckingPace, GUESSED_PACE, isOwnPace, minutesFor } from './checking-pace.ts'

const after = (...tookMs: number[]): CheckingPace => tookMs.reduce(afterPlace, GUESSED_PACE)

it('is a guess at first, then the mean of what was checked', () => {
  expect(minutesFor(8, GUESSED_PACE)).toBe(2)
  expect(after(4_000)).toEqual({ placeMs: 4_000, places: 1 })
  expect(after(4_000, 6_000, 8_000)).toEqual({ placeMs: 6_000, places: 3 })
  expect([after(4_000, 6_000), after(4_000, 6_000, 8_000)].map(isOwnPace)).toEqual([false, true])
})

it('leaves out who went away in between', () => {
  expect(after(5_000, 600_000)).toEqual(after(5_000))
})

it('follows a person who becomes quicker', () => {
  const slow = Array.from({ length: 100 }, () => 20_000)
  const quick = Array.from({ length: 60 }, () => 4_000)
  expect(after(...slow).placeMs).toBe(20_000)
  expect(after(...slow, ...quick).placeMs).toBeLessThan(5_000)
})

it('says at least a minute', () => {
  expect(minutesFor(1, { placeMs: 3_000, places: 5 })).toBe(1)
  expect(minutesFor(100, { placeMs: 3_000, places: 5 })).toBe(5)
})
