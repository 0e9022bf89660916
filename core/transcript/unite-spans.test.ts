import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimeSpan } from './time-span.ts'
import { uniteSpans } from './unite-spans.ts'

const anySpan: fc.Arbitrary<TimeSpan> = fc
  .tuple(fc.nat(60), fc.nat(8))
  .map(([startMs, lengthMs]) => ({ startMs, endMs: startMs + lengthMs }))
const anySpans = fc.array(anySpan, { maxLength: 20 })

/** Every half ms, so that the times between two whole ones are tested too. */
const times = Array.from({ length: 2 * 70 }, (_, half) => half / 2)

const isIn = (spans: readonly TimeSpan[], ms: number): boolean =>
  spans.some(({ startMs, endMs }) => startMs <= ms && ms <= endMs)

describe('united spans', () => {
  it('are in order and neither overlap nor touch', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(5), (spans, gapMs) => {
        for (const [index, { startMs, endMs }] of uniteSpans(spans, gapMs).entries()) {
          expect(endMs).toBeGreaterThanOrEqual(startMs)
          const next = uniteSpans(spans, gapMs)[index + 1]
          if (next !== undefined) expect(next.startMs - endMs).toBeGreaterThan(gapMs)
        }
      }),
    )
  })

  it('cover exactly what the given ones cover', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const united = uniteSpans(spans)
        expect(times.filter((ms) => isIn(united, ms))).toEqual(times.filter((ms) => isIn(spans, ms)))
      }),
    )
  })

  it('with a gap also cover the pauses that are not longer, and nothing else', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(5), (spans, gapMs) => {
        const isInPause = (ms: number): boolean => {
          const before = spans.filter(({ endMs }) => endMs < ms).map(({ endMs }) => endMs)
          const after = spans.filter(({ startMs }) => startMs > ms).map(({ startMs }) => startMs)
          return Math.min(...after) - Math.max(...before) <= gapMs
        }
        const united = uniteSpans(spans, gapMs)
        const wanted = times.filter((ms) => isIn(spans, ms) || isInPause(ms))
        expect(times.filter((ms) => isIn(united, ms))).toEqual(wanted)
      }),
    )
  })

  it('are new: the given ones stay as they are', () => {
    const spans = Object.freeze([
      Object.freeze({ startMs: 5, endMs: 9 }),
      Object.freeze({ startMs: 0, endMs: 3 }),
      Object.freeze({ startMs: 3, endMs: 4 }),
    ])
    expect(uniteSpans(spans)).toEqual([
      { startMs: 0, endMs: 4 },
      { startMs: 5, endMs: 9 },
    ])
  })
})
