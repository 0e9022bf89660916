import { expect, it } from 'vitest'
import { gridOfRate } from '#core/frames/video-frames'
import { cueTime } from './cue-time.ts'

it('the time of a caption has milliseconds, or the frame that is on the screen', () => {
  expect(cueTime(748_140, 'en', null)).toBe('12:28.140')
  expect(cueTime(748_140, 'fr', null)).toBe('12:28,140')
  expect(cueTime(748_140, 'en', gridOfRate(25))).toBe('00:12:28:03')
  expect(cueTime(748_160, 'en', gridOfRate(25))).toBe('00:12:28:04')
  expect(cueTime(748_125, 'fr', gridOfRate(24))).toBe('00:12:28:03')
  // The last frame of a second stays on the screen until the next begins.
  expect(cueTime(999, 'en', gridOfRate(24))).toBe('00:00:00:23')
  expect(cueTime(60_060, 'en', gridOfRate(29.97))).toBe('00:01:00;02')
})
