import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peakPyramid } from '../waveform/peak-pyramid.ts'
import { quietPlace, SNAP_MS } from './quiet-place.ts'

const pyramid = (loudness: readonly number[]) =>
  peakPyramid(Int8Array.from(loudness.flatMap((value) => [-value, value])))

describe('the quiet place near an edge', () => {
  it('is the pause between two words', () => {
    //                        0   10  20  30  40  50  60  70
    expect(quietPlace(pyramid([80, 90, 85, 70, 4, 60, 90, 80]), 20)).toBe(45)
  })

  it('is the edge itself where it lies in silence already', () => {
    expect(quietPlace(pyramid([80, 90, 0, 0, 0, 60]), 33)).toBe(33)
  })

  it('is the edge itself inside a sound without a pause', () => {
    expect(quietPlace(pyramid([80, 90, 85, 70, 75, 60, 90, 80]), 33)).toBe(33)
  })

  it('is the nearer of two pauses that are as quiet', () => {
    expect(quietPlace(pyramid([2, 90, 85, 70, 2, 60, 90, 80]), 30)).toBe(45)
  })

  it('never goes further than it may, nor to a louder place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 127 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: -50, max: 700 }),
        (loudness, ms) => {
          const place = quietPlace(pyramid(loudness), ms)
          expect(Number.isInteger(place)).toBe(true)
          expect(Math.abs(place - ms)).toBeLessThanOrEqual(SNAP_MS)
          const at = (time: number) => loudness[Math.floor(time / 10)]
          expect(at(place) ?? 0).toBeLessThanOrEqual(at(ms) ?? 0)
        },
      ),
    )
  })
})
