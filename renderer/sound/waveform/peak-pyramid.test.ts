import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loudestBetween, peakPyramid } from './peak-pyramid.ts'

const pairs = fc
  .array(fc.integer({ min: -128, max: 127 }), { maxLength: 400 })
  .map((values) => Int8Array.from(values))

const loudness = (stored: Int8Array): number[] =>
  Array.from({ length: stored.length >> 1 }, (_, index) =>
    Math.max(Math.abs(stored[2 * index] ?? 0), Math.abs(stored[2 * index + 1] ?? 0)),
  )

describe('a peak pyramid', () => {
  it('finds the loudest of any stretch as looking at each peak would', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.integer({ min: -5, max: 210 }),
        fc.integer({ min: -5, max: 210 }),
        (stored, from, to) => {
          const expected = Math.max(0, ...loudness(stored).slice(Math.max(0, from), Math.max(0, to)))
          expect(loudestBetween(peakPyramid(stored), from, to)).toBe(expected)
        },
      ),
    )
  })

  it('halves each level up to one value, the loudest of all', () => {
    fc.assert(
      fc.property(pairs, (stored) => {
        const { levels } = peakPyramid(stored)
        const lengths = levels.map((level) => level.length)
        expect(lengths.slice(1)).toEqual(lengths.slice(0, -1).map((length) => Math.ceil(length / 2)))
        expect([...(levels.at(-1) ?? [])]).toEqual(stored.length < 2 ? [] : [Math.max(...loudness(stored))])
      }),
    )
  })

  it('lasts 10 ms a pair', () => {
    expect(peakPyramid(new Int8Array(2_000)).durationMs).toBe(10_000)
  })

  it('takes the lowest sample of 16 bits as 128', () => {
    expect(loudestBetween(peakPyramid(Int8Array.of(-128, 3)), 0, 1)).toBe(128)
  })

  it('fills the height for a loud recording, lifts a quiet one, and leaves silence flat', () => {
    const sound = (level: number) => peakPyramid(Int8Array.from({ length: 4_000 }, () => level))
    expect(sound(100).gain * 100).toBeCloseTo(1)
    expect(sound(20).gain * 20).toBeCloseTo(1)
    expect(sound(1).gain * 1).toBeLessThan(0.1)
    expect(sound(0).gain).toBeGreaterThan(0)
  })

  it('is not made flat by a single click', () => {
    const stored = Int8Array.from({ length: 4_000 }, () => 20)
    stored[100] = 127
    expect(peakPyramid(stored).gain * 20).toBeCloseTo(1)
  })
})
