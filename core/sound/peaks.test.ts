import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PeakMeter } from './peaks.ts'
import { madeSound } from './testing/made-sound.ts'

const peaksOf = (samples: Int16Array): number[] => {
  const meter = new PeakMeter()
  meter.push(samples)
  return [...meter.finish()]
}

test('a pair for each 10 ms, the last one of what is left', () => {
  const samples = new Int16Array(170)
  samples[3] = -32_768
  samples[4] = 32_767
  samples[165] = 5120
  expect(peaksOf(samples)).toEqual([-128, 127, 0, 20])
})

test('a pair does not remember the one before', () => {
  expect(peaksOf(new Int16Array(320).fill(25_600, 0, 160).fill(-2560, 160))).toEqual([100, 100, -10, -10])
})

test('no sound has no peaks', () => {
  expect(new PeakMeter().finish()).toHaveLength(0)
})

test('how the sound is cut into pushes, and when it is drained, changes nothing', () => {
  const sound = madeSound(3000)
  const whole = peaksOf(sound)
  fc.assert(
    fc.property(fc.array(fc.nat(500)), (lengths) => {
      const meter = new PeakMeter()
      const pairs: number[] = []
      let start = 0
      for (const length of lengths) {
        meter.push(sound.subarray(start, start + length))
        start += length
        pairs.push(...meter.drain())
      }
      meter.push(sound.subarray(start))
      pairs.push(...meter.finish())
      expect(pairs).toEqual(whole)
    }),
  )
})
