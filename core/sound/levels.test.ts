import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LevelMeter } from './levels.ts'
import { madeSound } from './testing/made-sound.ts'

const levelsOf = (samples: Int16Array): Float32Array => {
  const meter = new LevelMeter()
  meter.push(samples)
  return meter.finish()
}

test('a full-scale square wave reads 0 dBFS, half of it -6, silence -120', () => {
  const levels = levelsOf(new Int16Array(960).fill(-32_768, 0, 320).fill(16_384, 320, 640))
  expect(levels[0]).toBeCloseTo(0, 5)
  expect(levels[1]).toBeCloseTo(-6.0206, 4)
  expect(levels[2]).toBeCloseTo(-120, 3)
})

test('the last frame may be short and is measured over what it has', () => {
  const levels = levelsOf(new Int16Array(330).fill(16_384))
  expect(levels).toHaveLength(2)
  expect(levels[1]).toBeCloseTo(-6.0206, 4)
})

test('no sound has no levels', () => {
  expect(new LevelMeter().finish()).toHaveLength(0)
})

test('how the sound is cut into pushes, and when it is drained, changes nothing', () => {
  const sound = madeSound(5000)
  const whole = [...levelsOf(sound)]
  fc.assert(
    fc.property(fc.array(fc.nat(900)), (lengths) => {
      const meter = new LevelMeter()
      const levels: number[] = []
      let start = 0
      for (const length of lengths) {
        meter.push(sound.subarray(start, start + length))
        start += length
        levels.push(...meter.drain())
      }
      meter.push(sound.subarray(start))
      levels.push(...meter.finish())
      expect(levels).toEqual(whole)
    }),
  )
})
