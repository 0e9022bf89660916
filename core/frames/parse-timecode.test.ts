import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frameTimecode, startOfFrame } from './frame-grid.ts'
import { parseTimecode } from './parse-timecode.ts'
import { type FrameGrid, gridOfRate } from './video-frames.ts'

function grid(rate: number): FrameGrid {
  const made = gridOfRate(rate)
  if (made === null) throw new Error('no grid')
  return made
}

it('reads what is shown, frame by frame, at every rate', () => {
  const rates = fc.constantFrom(23.976, 24, 25, 29.97, 30, 50, 59.94, 60)
  fc.assert(
    fc.property(rates, fc.integer({ min: 0, max: 5_000_000 }), (rate, frame) => {
      const ms = startOfFrame(frame, grid(rate))
      expect(parseTimecode(frameTimecode(ms, grid(rate)), grid(rate))).toBe(ms)
    }),
  )
})

it('knows which frames there are', () => {
  expect(parseTimecode('00:00:05:14', grid(25))).toBe(5_560)
  expect(parseTimecode(' 00:05:14 ', grid(25))).toBe(5_560)
  expect(parseTimecode('00:00:05:25', grid(25))).toBeNull()
  expect(parseTimecode('00:01:00;01', grid(29.97))).toBeNull()
  expect(parseTimecode('00:01:00;02', grid(29.97))).toBe(60_060)
  expect(parseTimecode('1:15', grid(25))).toBeNull()
  expect(parseTimecode('00:60:00:00', grid(25))).toBeNull()
})
