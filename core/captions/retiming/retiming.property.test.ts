import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameRateOf, frameStartMs } from '../../frames/timecode.ts'
import { videoFrameRates } from '../../formats/output-options.ts'
import { allCues, cuesFrom, retimedCues } from './retimed-cues.ts'
import {
  movedAgain,
  movedBack,
  movedBy,
  movedTime,
  stretchedBy,
  throughPairs,
  type TimeMap,
} from '../../transcript/time-map.ts'

const hours = 4 * 3_600_000
const times = fc.nat({ max: hours })
const offsets = fc.integer({ min: -hours, max: hours })
const maps: fc.Arbitrary<TimeMap> = fc.record({
  ratio: fc.double({ min: 0.5, max: 2, noNaN: true }),
  offsetMs: offsets,
})
/** Cues in order, some of which overlap. */
const someCues = fc
  .array(fc.tuple(fc.nat({ max: 5_000 }), fc.integer({ min: 1, max: 8_000 })), { maxLength: 40 })
  .map((steps) => {
    let startMs = 0
    return steps.map(([gap, length], index) => {
      startMs += gap
      return { index, startMs, endMs: startMs + length }
    })
  })

describe('a move in time', () => {
  test('keeps the order of times, and the move back undoes it', () => {
    fc.assert(
      fc.property(maps, times, times, (map, one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)]
        expect(movedTime(first, map)).toBeLessThanOrEqual(movedTime(last, map))
        // Half a ms of rounding, at most twice as long on the way back.
        expect(Math.abs(movedTime(movedTime(one, map), movedBack(map)) - one)).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('through two pairs brings both times exactly where they belong', () => {
    fc.assert(
      fc.property(times, times, times, times, (a, b, c, d) => {
        const map = throughPairs({ fromMs: a, toMs: c }, { fromMs: b, toMs: d })
        if ((b - a) * (d - c) <= 0) expect(map).toBeNull()
        else {
          if (map === null) return expect.unreachable()
          expect(Math.abs(movedTime(a, map) - c)).toBeLessThanOrEqual(1)
          expect(Math.abs(movedTime(b, map) - d)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('by frame rates leaves each frame its number', () => {
    const rates = fc.constantFrom(...videoFrameRates)
    fc.assert(
      fc.property(rates, rates, fc.nat({ max: 400_000 }), (from, to, frame) => {
        const map = stretchedBy(frameRateOf(from), frameRateOf(to))
        const before = frameStartMs(frame, frameRateOf(from))
        const after = frameStartMs(frame, frameRateOf(to))
        expect(Math.abs(movedTime(before, map) - after)).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('23.976 to 25 and back, by hand', () => {
    expect(movedTime(3_600_000, stretchedBy(frameRateOf(23.976), frameRateOf(25)))).toBe(3_452_547)
    expect(movedTime(3_600_000, stretchedBy(frameRateOf(25), frameRateOf(23.976)))).toBe(3_753_750)
    expect(movedTime(1_000, stretchedBy(frameRateOf(24), frameRateOf(25)))).toBe(960)
    expect(stretchedBy(frameRateOf(25), frameRateOf(25))).toEqual({ ratio: 1, offsetMs: 0 })
  })

  test('after another is the same as both in turn', () => {
    fc.assert(
      fc.property(maps, maps, times, (first, then, ms) => {
        const both = movedTime(ms, movedAgain(first, then))
        expect(Math.abs(both - movedTime(movedTime(ms, first), then))).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('cues that are moved', () => {
  test('by an amount keep their lengths and gaps, but where the film begins', () => {
    fc.assert(
      fc.property(someCues, offsets, (cues, offsetMs) => {
        const { cues: moved, cutAtStart, overlapping } = retimedCues(cues, movedBy(offsetMs))
        expect(moved.map(({ index }) => index)).toEqual(cues.map(({ index }) => index))
        expect(cutAtStart).toEqual(
          cues.filter(({ startMs }) => startMs + offsetMs < 0).map(({ index }) => index),
        )
        for (const { index, startMs, endMs } of moved) {
          const before = cues[index]
          if (before === undefined) return expect.unreachable()
          expect(startMs).toBe(Math.max(0, before.startMs + offsetMs))
          expect(endMs).toBe(Math.max(startMs + 1, before.endMs + offsetMs))
        }
        if (cutAtStart.length === 0) expect(overlapping).toEqual([])
      }),
    )
  })

  test('in a selection leave all others untouched, and tell exactly what they run into', () => {
    fc.assert(
      fc.property(someCues, maps, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (cues, map, one, other) => {
        const range = { from: Math.min(one, other), to: Math.max(one, other) }
        const { cues: moved, overlapping } = retimedCues(cues, map, range)
        for (const [index, cue] of moved.entries()) {
          expect(cue.startMs).toBeGreaterThanOrEqual(0)
          expect(cue.endMs).toBeGreaterThan(cue.startMs)
          if (index < range.from || index > range.to) expect(cue).toBe(cues[index])
        }
        const overlaps = (all: typeof cues): number[] =>
          all.flatMap(({ startMs }, at) => (at > 0 && startMs < (all[at - 1]?.endMs ?? 0) ? [at] : []))
        const before = new Set(overlaps(cues))
        expect(overlapping).toEqual(overlaps([...moved]).filter((at) => !before.has(at)))
      }),
    )
  })

  test('from one on leave those before it, and all are the same as from the first', () => {
    fc.assert(
      fc.property(someCues, maps, (cues, map) => {
        expect(retimedCues(cues, map, cuesFrom(0))).toEqual(retimedCues(cues, map, allCues))
        const half = Math.floor(cues.length / 2)
        expect(retimedCues(cues, map, cuesFrom(half)).cues.slice(0, half)).toEqual(cues.slice(0, half))
      }),
    )
  })
})
