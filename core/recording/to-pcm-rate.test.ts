import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ToPcmRate } from './to-pcm-rate.ts'

const tone = (hertz: number, rate: number, length: number): Int16Array =>
  Int16Array.from({ length }, (_, index) =>
    Math.round(10_000 * Math.sin((2 * Math.PI * hertz * index) / rate)),
  )

const strength = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)

describe('ToPcmRate', () => {
  it('gives a sample for every three, the same however the sound comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 30 }), (lengths) => {
        const all = tone(
          700,
          48_000,
          lengths.reduce((sum, length) => sum + length, 0),
        )
        const pieces = new ToPcmRate()
        let at = 0
        const made = lengths.flatMap((length) => [...pieces.push(all.subarray(at, (at += length)))])
        expect(made).toEqual([...new ToPcmRate().push(all)])
        expect(made.length).toBe(Math.ceil(all.length / 3))
      }),
    )
  })

  it('keeps speech and leaves out what 16 kHz cannot hold', () => {
    for (const hertz of [100, 1_000, 5_000]) {
      const kept = new ToPcmRate().push(tone(hertz, 48_000, 48_000)).subarray(100)
      expect(strength(kept) / strength(tone(hertz, 16_000, 16_000))).toBeCloseTo(1, 1)
    }
    expect(strength(new ToPcmRate().push(tone(9_500, 48_000, 48_000)).subarray(100))).toBeLessThan(40)
  })
})
