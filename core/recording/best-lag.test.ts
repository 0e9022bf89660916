import { expect, it } from 'vitest'
import { bestLag } from './best-lag.ts'

const noise = Int16Array.from({ length: 3_000 }, (_, index) => Math.round(8_000 * Math.sin(index ** 1.7)))

it.each([-20, -1, 0, 7, 40])('finds a shift of %i samples', (lag) => {
  const shifted = Int16Array.from(noise, (_, index) => Math.round((noise[index - lag] ?? 0) * 0.4))
  expect(bestLag(noise, shifted, 48)).toBe(lag)
})

it('says nothing of silence or of other sound', () => {
  expect(bestLag(new Int16Array(3_000), noise, 48)).toBeNull()
  expect(bestLag(noise, new Int16Array(3_000), 48)).toBeNull()
  const other = Int16Array.from(noise, (_, index) => Math.round(5_000 * Math.cos(index ** 1.4)))
  expect(bestLag(noise, other, 48)).toBeNull()
})
