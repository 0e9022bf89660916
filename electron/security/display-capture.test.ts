import { expect, it } from 'vitest'
import { DisplayCapture } from './display-capture.ts'

it('is given once for each recording that starts, and only shortly after', () => {
  let now = 1_000
  const capture = new DisplayCapture(() => now)
  expect(capture.take()).toBe(false)
  capture.allow()
  expect(capture.isAllowed).toBe(true)
  expect(capture.take()).toBe(true)
  expect(capture.isAllowed).toBe(false)
  expect(capture.take()).toBe(false)
  capture.allow()
  now += 10_000
  expect(capture.isAllowed).toBe(false)
  expect(capture.take()).toBe(false)
})
