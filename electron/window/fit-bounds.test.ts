import { expect, it } from 'vitest'
import { fitBounds } from './fit-bounds.ts'

const area = { x: 0, y: 30, width: 1366, height: 738 }

it('opens in the middle at first, no larger than the screen', () => {
  expect(fitBounds(null, { x: 0, y: 0, width: 3000, height: 2000 })).toEqual({
    x: 780,
    y: 550,
    width: 1440,
    height: 900,
  })
  expect(fitBounds(null, area)).toEqual(area)
})

it('opens where it was, even partly outside', () => {
  const kept = { x: -200, y: 100, width: 900, height: 700 }
  expect(fitBounds(kept, area)).toEqual(kept)
})

it('keeps the size where the place is on no screen any more, and shrinks to a smaller screen', () => {
  expect(fitBounds({ x: 4000, y: 100, width: 900, height: 700 }, area)).toEqual({
    x: 233,
    y: 49,
    width: 900,
    height: 700,
  })
  expect(fitBounds({ x: 10, y: 40, width: 2500, height: 1400 }, area)).toEqual({
    x: 10,
    y: 40,
    width: 1366,
    height: 738,
  })
})
