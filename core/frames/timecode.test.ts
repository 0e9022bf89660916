import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameAt, frameOfTimecode, frameRateOf, frameStartMs, isTimecode, timecode } from './timecode.ts'

test('whole rates count every frame', () => {
  const rate = frameRateOf(25)
  expect(timecode(frameAt(3_723_480, rate), rate)).toBe('01:02:03:12')
  expect(frameStartMs(12, rate)).toBe(480)
})

// SMPTE ST 12-1: 00:00:59;29 is followed by 00:01:00;02, and nothing is dropped in every tenth minute.
test.each([
  [1_799, '00:00:59;29'],
  [1_800, '00:01:00;02'],
  [17_981, '00:09:59;29'],
  [17_982, '00:10:00;00'],
  [107_892, '01:00:00;00'],
])('frame %i at 29.97 is %s', (frame, expected) => {
  expect(timecode(frame, frameRateOf(29.97))).toBe(expected)
})

test('23.976 drops no numbers; 59.94 drops four', () => {
  expect(frameRateOf(23.976)).toMatchObject({ numerator: 24_000, denominator: 1_001, drops: false })
  expect(timecode(3_600, frameRateOf(59.94))).toBe('00:01:00;04')
  expect(frameRateOf(12.5)).toMatchObject({ numerator: 12_500, denominator: 1_000, drops: false })
})

test('a timecode is the frame that it was written for, at every rate', () => {
  const rate = fc.tuple(fc.constantFrom(23.976, 24, 25, 29.97, 30, 50, 59.94, 60), fc.boolean())
  fc.assert(
    fc.property(rate, fc.nat({ max: 2_000_000 }), ([framesPerSecond, drops], frame) => {
      const counted = frameRateOf(framesPerSecond, drops)
      const text = timecode(frame, counted)
      expect(isTimecode(text)).toBe(true)
      expect(frameOfTimecode(text, counted)).toBe(frame)
    }),
  )
})

test('frames that a second does not have', () => {
  expect(frameOfTimecode('00:00:01:29', frameRateOf(25))).toBe(49)
  expect(frameOfTimecode('00:01:00;00', frameRateOf(29.97))).toBe(1_800)
  expect(frameOfTimecode('', frameRateOf(25))).toBe(0)
  expect(['10:00:00:00', '23:59:59;29'].every(isTimecode)).toBe(true)
  expect(['24:00:00:00', '10:60:00:00', '10:00:00', '1:00:00:00', ''].some(isTimecode)).toBe(false)
})
