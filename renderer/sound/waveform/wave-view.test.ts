import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centered,
  clampedView,
  firstView,
  followed,
  nearness,
  panned,
  xAt,
  ticks,
  timeAt,
  withNearness,
  zoomed,
} from './wave-view.ts'

const rooms = fc.record({
  durationMs: fc.integer({ min: 20, max: 6 * 3_600_000 }),
  width: fc.integer({ min: 100, max: 4_000 }),
})
const placed = fc
  .tuple(
    rooms,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.1, max: 100_000, noNaN: true }),
  )
  .map(([extent, share, msPerPixel]) => ({
    extent,
    view: clampedView({ startMs: share * extent.durationMs, msPerPixel }, extent),
  }))

describe('what the wave shows', () => {
  it('stays inside the recording whatever is done', () => {
    fc.assert(
      fc.property(
        placed,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: -5_000, max: 5_000 }),
        ({ extent, view }, factor, x) => {
          for (const next of [
            zoomed(view, extent, factor, x),
            panned(view, extent, x),
            centered(view, extent, x * 1_000),
            followed(view, extent, Math.abs(x) * 100),
            withNearness(view, extent, factor, x),
            firstView(extent),
          ]) {
            expect(next.startMs).toBeGreaterThanOrEqual(0)
            expect(next.msPerPixel).toBeGreaterThanOrEqual(1)
            // Never beyond the end; a recording shorter than the width of the nearest view starts at the
            // left.
            const latest = Math.max(0, extent.durationMs * (1 + 1e-9) - extent.width * next.msPerPixel)
            expect(next.startMs).toBeLessThanOrEqual(latest)
          }
        },
      ),
    )
  })

  it('keeps what is under the pointer there while zooming, away from the ends', () => {
    const extent = { durationMs: 3_600_000, width: 1_000 }
    const view = clampedView({ startMs: 1_800_000, msPerPixel: 30 }, extent)
    for (const factor of [0.5, 0.9, 1.1, 2]) {
      const next = zoomed(view, extent, factor, 400)
      expect(xAt(next, timeAt(view, 400))).toBeCloseTo(400)
      expect(next.msPerPixel).toBeCloseTo(30 * factor)
    }
  })

  it('has a nearness from the whole to the nearest that leads back to the same size', () => {
    fc.assert(
      fc.property(placed, ({ extent, view }) => {
        const near = nearness(view, extent)
        expect(near).toBeGreaterThanOrEqual(-1e-9)
        expect(near).toBeLessThanOrEqual(1 + 1e-9)
        expect(withNearness(view, extent, near, 0).msPerPixel).toBeCloseTo(view.msPerPixel, 5)
      }),
    )
  })

  it('turns the page when the sound leaves it, and not before', () => {
    const extent = { durationMs: 600_000, width: 1_000 }
    const view = { startMs: 0, msPerPixel: 10 }
    expect(followed(view, extent, 5_000)).toBe(view)
    const next = followed(view, extent, 9_900)
    expect(xAt(next, 9_900)).toBeCloseTo(80)
    expect(followed(next, extent, 0).startMs).toBe(0)
  })

  it('has round times that are far enough from one another', () => {
    fc.assert(
      fc.property(placed, ({ extent, view }) => {
        const times = ticks(view, extent.width, 90)
        const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / view.msPerPixel)
        expect(Math.min(90, ...gaps)).toBeGreaterThanOrEqual(90 - 1e-6)
        expect(Math.min(0, ...times.map((time) => xAt(view, time)))).toBeGreaterThanOrEqual(-1e-6)
      }),
    )
    expect(ticks({ startMs: 745_000, msPerPixel: 28 }, 1_440, 110)).toEqual([
      745_000, 750_000, 755_000, 760_000, 765_000, 770_000, 775_000, 780_000, 785_000,
    ])
  })
})
