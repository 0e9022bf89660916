import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frameAt, frameRateOf, frameStartMs } from '#core/formats/edit-lists/timecode'
import { frameTime } from './frame-time.ts'

const rates = fc.constantFrom(23.976, 24, 25, 29.97, 30, 50, 59.94)

it('a time with frames is where a frame begins, the nearest one', () => {
  fc.assert(
    fc.property(rates, fc.integer({ min: 0, max: 40_000_000 }), (fps, ms) => {
      const rate = frameRateOf(fps)
      const time = frameTime(ms, fps)
      expect(frameStartMs(frameAt(time, rate), rate)).toBe(time)
      expect(Math.abs(time - ms)).toBeLessThanOrEqual(500 / fps + 1)
      expect(frameTime(time, fps)).toBe(time)
    }),
  )
})

it('keeps to the limits, on a frame wherever one begins between them', () => {
  const span = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(rates, span, span, fc.integer({ min: 0, max: 300 }), (fps, ms, startMs, lengthMs) => {
      const rate = frameRateOf(fps)
      const limits = { startMs, endMs: startMs + lengthMs }
      const time = frameTime(ms, fps, limits)
      expect(time).toBeGreaterThanOrEqual(limits.startMs)
      expect(time).toBeLessThanOrEqual(limits.endMs)
      if (lengthMs > 1_000 / fps + 1) expect(frameStartMs(frameAt(time, rate), rate)).toBe(time)
    }),
  )
  expect(frameTime(1_234, null)).toBe(1_234)
})
