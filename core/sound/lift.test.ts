import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LevelMeter } from './levels.ts'
import { applyLift, liftGains } from './lift.ts'
import golden from './testing/lift.golden.json' with { type: 'json' }
import { asFloats, madeSound } from './testing/made-sound.ts'

const decibels = (gain: number | undefined): number => 20 * Math.log10(gain ?? 0)

test('lifts to the sample as the measured reference did', () => {
  const sound = madeSound(320_123)
  // The second half is 60 dB quieter, so that the gain changes.
  for (let index = 160_000; index < sound.length; index++)
    sound[index] = Math.round((sound[index] ?? 0) / 1000)
  const meter = new LevelMeter()
  meter.push(sound)
  const lifted = applyLift(asFloats(sound), 0, liftGains(meter.finish()))
  const every997th = [...lifted].filter((_sample, index) => index % 997 === 0)
  expect(every997th).toHaveLength(golden.length)
  for (const [index, sample] of every997th.entries()) expect(sample).toBeCloseTo(golden[index] ?? NaN, 5)
})

test('loud sound stays, quiet sound comes up to -23 dBFS by at most 30 dB, silence stays silence', () => {
  const gainAt = (level: number): number => decibels(liftGains(new Float32Array(500).fill(level))[250])
  expect(gainAt(-10)).toBeCloseTo(0, 4)
  expect(gainAt(-40)).toBeCloseTo(17, 4)
  expect(gainAt(-70)).toBeCloseTo(30, 4)
  expect(gainAt(-90)).toBeCloseTo(0, 4)
})

test('the gain glides from loud to quiet', () => {
  const levels = new Float32Array(1500).fill(-20, 0, 750).fill(-50, 750)
  const gains = liftGains(levels)
  for (let frame = 1; frame < gains.length; frame++) {
    expect(Math.abs(decibels(gains[frame]) - decibels(gains[frame - 1]))).toBeLessThanOrEqual(2.8)
  }
  expect(decibels(gains[1499])).toBeCloseTo(27, 1)
})

test('a window that starts in mid-frame is lifted like the whole, and clipped', () => {
  const samples = asFloats(madeSound(3200, 3))
  const gains = Float32Array.from({ length: 10 }, (_, frame) => 1 + frame)
  const whole = applyLift(samples, 0, gains)
  expect(Math.max(...whole)).toBeLessThanOrEqual(1)
  expect(Math.min(...whole)).toBeGreaterThanOrEqual(-1)
  fc.assert(
    fc.property(fc.nat(3200), fc.nat(3200), (one, other) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)]
      const firstFrame = Math.floor(start / 320)
      const window = applyLift(samples.subarray(start, end), start, gains.subarray(firstFrame), firstFrame)
      expect(window).toEqual(whole.slice(start, end))
    }),
  )
})

test('nothing to lift', () => {
  expect(liftGains(new Float32Array(0))).toHaveLength(0)
  expect(applyLift(new Float32Array(0), 0, new Float32Array(0))).toHaveLength(0)
  expect(applyLift(Float32Array.of(0.25), 0, new Float32Array(0))).toEqual(Float32Array.of(0.25))
})
