import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FOLD_PX, WaveFolds } from './wave-folds.ts'
import {
  centered,
  clampedView,
  endOf,
  linearParts,
  panned,
  ticks,
  timeAt,
  withNearness,
  xAt,
  zoomed,
} from './wave-view.ts'

const folded = fc
  .record({
    durationMs: fc.integer({ min: 2_000, max: 3_600_000 }),
    width: fc.integer({ min: 300, max: 2_000 }),
    shares: fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 40 }),
    msPerPixel: fc.double({ min: 1, max: 5_000, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ durationMs, width, shares, msPerPixel, share }) => {
    const edges = shares.toSorted((a, b) => a - b).map((at) => (at * durationMs) / 1_000)
    const spans = edges.flatMap((startMs, at) => {
      const endMs = edges[at + 1]
      return at % 2 === 0 && endMs !== undefined ? [{ startMs, endMs }] : []
    })
    const folds = new WaveFolds(spans)
    const extent = { durationMs, width }
    return { extent, spans, view: clampedView({ startMs: share * durationMs, msPerPixel, folds }, extent) }
  })

it('folded stretches have a width of their own, everything else that of the zoom, and times lead back', () => {
  fc.assert(
    fc.property(folded, ({ extent, spans, view }) => {
      for (const { startMs, endMs } of spans) {
        const width = xAt(view, endMs) - xAt(view, startMs)
        expect(width).toBeCloseTo(Math.min(FOLD_PX, (endMs - startMs) / view.msPerPixel), 4)
      }
      for (const x of [0, 1, extent.width / 3, extent.width]) {
        const ms = timeAt(view, x)
        expect(xAt(view, ms)).toBeCloseTo(x, 4)
      }
      const before = spans[0]?.startMs ?? 0
      expect(xAt(view, before) - xAt(view, 0)).toBeCloseTo(before / view.msPerPixel, 4)
    }),
  )
})

it('the view stays inside the recording, and what is under the pointer stays there', () => {
  fc.assert(
    fc.property(
      folded,
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.integer({ min: -3_000, max: 3_000 }),
      ({ extent, view }, factor, x) => {
        const { durationMs, width } = extent
        const at = Math.abs(x) % width
        for (const next of [
          zoomed(view, extent, factor, at),
          panned(view, extent, x),
          centered(view, extent, durationMs / 2),
          withNearness(view, extent, factor, at),
        ]) {
          expect(next.startMs).toBeGreaterThanOrEqual(0)
          expect(next.startMs === 0 || xAt(next, durationMs) >= width - 1e-3).toBe(true)
          const isAtEnd = next.startMs === 0 || Math.abs(xAt(next, durationMs) - width) < 1e-3
          if (!isAtEnd && next.msPerPixel !== view.msPerPixel)
            expect(xAt(next, timeAt(view, at))).toBeCloseTo(at, 3)
        }
        const whole = withNearness(view, extent, 0, 0)
        expect(whole.startMs).toBeCloseTo(0, 3)
        expect(xAt(whole, durationMs)).toBeLessThanOrEqual(width + 1e-3)
      },
    ),
  )
})

it('what is between folds is drawn in its own place, with times that are apart', () => {
  fc.assert(
    fc.property(folded, ({ extent, view }) => {
      const parts = linearParts(view, extent.width)
      for (const { startMs, endMs, x } of parts)
        expect(xAt(view, endMs) - x).toBeCloseTo((endMs - startMs) / view.msPerPixel, 3)
      const end = endOf(view, extent.width)
      const left = view.folds?.between(view.startMs, end, view.msPerPixel) ?? []
      const foldedMs = left.reduce(
        (sum, { startMs, endMs }) => sum + Math.min(endMs, end) - Math.max(startMs, view.startMs),
        0,
      )
      const shownMs = parts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
      expect(shownMs + foldedMs).toBeCloseTo(end - view.startMs, 3)
      const xs = ticks(view, extent.width, 90).map((ms) => xAt(view, ms))
      expect(Math.min(90, ...xs.slice(1).map((x, at) => x - (xs[at] ?? 0)))).toBeGreaterThanOrEqual(90 - 1e-3)
    }),
  )
})
