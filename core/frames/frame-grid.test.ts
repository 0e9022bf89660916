import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  frameBegin,
  frameOn,
  framesLater,
  frameTimecode,
  isOnFrame,
  nearestFrame,
  startOfFrame,
  timeOnFrame,
} from './frame-grid.ts'
import { type FrameGrid, gridOfRate, gridOfVideo, shiftedFrames } from './video-frames.ts'

const rates = [
  [24_000, 1_001],
  [24, 1],
  [25, 1],
  [30_000, 1_001],
  [30, 1],
  [50, 1],
  [60_000, 1_001],
  [60, 1],
  [12_500, 1_000],
] as const

const grids = fc
  .tuple(fc.constantFrom(...rates), fc.constantFrom(0, 83_417, -20_000, 1_400_000))
  .map(([[numerator, denominator], firstUs]): FrameGrid => ({
    numerator,
    denominator,
    nominal: Math.round(numerator / denominator),
    drops: false,
    firstUs,
  }))
/** Up to 24 hours of 60 a second. */
const frames = fc.integer({ min: 0, max: 5_184_000 })

it('a frame is the one at the ms in which it begins, exactly, for a day', () => {
  fc.assert(
    fc.property(grids, frames, (grid, frame) => {
      const ms = startOfFrame(frame, grid)
      expect(frameOn(ms, grid)).toBe(frame)
      expect(nearestFrame(ms, grid)).toBe(frame)
      expect(frameOn(ms - 1, grid)).toBe(frame - 1)
      expect(isOnFrame(ms, grid)).toBe(true)
      expect(frameOn(startOfFrame(frame + 1, grid) - 1, grid)).toBe(frame)
      // Exact fractions: less than a ms before the frame's own time, never after it.
      const ownUs =
        BigInt(grid.firstUs) * BigInt(grid.numerator) + BigInt(frame) * BigInt(grid.denominator) * 1_000_000n
      const offUs = ownUs - BigInt(ms) * 1_000n * BigInt(grid.numerator)
      expect(offUs >= 0n && offUs < 1_000n * BigInt(grid.numerator)).toBe(true)
    }),
  )
})

it('any time belongs to the frame that has begun by then', () => {
  fc.assert(
    fc.property(grids, fc.double({ min: 2_000, max: 80_000_000, noNaN: true }), (grid, ms) => {
      const frame = frameOn(ms, grid)
      expect(startOfFrame(frame, grid)).toBeLessThanOrEqual(ms)
      expect(startOfFrame(frame + 1, grid)).toBeGreaterThan(Math.floor(ms))
      expect(frameBegin(ms, grid)).toBe(startOfFrame(frame, grid))
    }),
  )
})

it('moves by frames and back', () => {
  fc.assert(
    fc.property(
      grids,
      fc.integer({ min: 100, max: 5_000_000 }),
      fc.integer({ min: -50, max: 50 }),
      (grid, frame, by) => {
        const ms = startOfFrame(frame, grid)
        const moved = framesLater(ms, by, grid)
        expect(frameOn(moved, grid)).toBe(frame + by)
        expect(framesLater(moved, -by, grid)).toBe(ms)
      },
    ),
  )
})

it('the nearest frame within limits', () => {
  const span = fc.integer({ min: 2_000, max: 100_000 })
  fc.assert(
    fc.property(grids, span, span, fc.integer({ min: 0, max: 300 }), (grid, ms, startMs, lengthMs) => {
      const limits = { startMs, endMs: startMs + lengthMs }
      const time = timeOnFrame(ms, grid, limits)
      expect(time).toBeGreaterThanOrEqual(limits.startMs)
      expect(time).toBeLessThanOrEqual(limits.endMs)
      if (lengthMs > (1_000 * grid.denominator) / grid.numerator + 1) expect(isOnFrame(time, grid)).toBe(true)
    }),
  )
  expect(timeOnFrame(1_234, null)).toBe(1_234)
})

it('timecode shows the frame that is on the screen, not the next', () => {
  const grid = gridOfRate(25)
  const rate = gridOfRate(23.976)
  if (grid === null || rate === null) throw new Error('no grid')
  // Frame 139 is on the screen until 5.600 s.
  expect(frameTimecode(5_590, grid)).toBe('00:00:05:14')
  expect(frameTimecode(5_599.9, grid)).toBe('00:00:05:14')
  expect(frameTimecode(5_600, grid)).toBe('00:00:05:15')
  // 139 × 1001 / 24000 = 5.797458 s.
  expect(frameTimecode(5_797, rate)).toBe('00:00:05:19')
  expect(frameTimecode(5_796, rate)).toBe('00:00:05:18')
  const ntsc = { numerator: 30_000, denominator: 1_001, firstUs: 0, isVariable: false }
  const [drop, whole] = [gridOfVideo({ ...ntsc, drops: true }), gridOfVideo({ ...ntsc, drops: false })]
  if (drop === null || whole === null) throw new Error('no grid')
  expect(frameTimecode(60_060, drop)).toBe('00:01:00;02')
  expect(frameTimecode(60_060, whole)).toBe('00:01:00:00')
})

it('a variable rate has no grid, a later recording a later one', () => {
  const film = { numerator: 25, denominator: 1, drops: false, firstUs: 0, isVariable: false }
  expect(gridOfVideo({ ...film, isVariable: true })).toBeNull()
  expect(gridOfVideo(shiftedFrames(film, 1_013))?.firstUs).toBe(1_013_000)
})
