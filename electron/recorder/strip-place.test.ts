import { expect, it } from 'vitest'
import { stripPlace } from './strip-place.ts'

const area = { x: 1_920, y: 0, width: 1_280, height: 800 }

it('the strip opens where it was put, all of it on a screen that is still there', () => {
  expect(stripPlace({ x: 2_000, y: 40 }, area)).toEqual({ x: 2_000, y: 40 })
  expect(stripPlace({ x: 3_100, y: 790 }, area)).toEqual({ x: 2_840, y: 736 })
  expect(stripPlace({ x: 1_700, y: -20 }, area)).toEqual({ x: 1_920, y: 0 })
  expect(stripPlace({ x: 100, y: 100 }, area)).toBeNull()
  expect(stripPlace(null, area)).toEqual({ x: 2_816, y: 712 })
})
