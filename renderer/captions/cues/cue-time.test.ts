import { expect, it } from 'vitest'
import { cueTime } from './cue-time.ts'

it('the time of a caption has milliseconds, or frames where they are counted', () => {
  expect(cueTime(748_140, 'en', null)).toBe('12:28.140')
  expect(cueTime(748_140, 'fr', null)).toBe('12:28,140')
  expect(cueTime(748_140, 'en', 25)).toBe('00:12:28:04')
  expect(cueTime(748_125, 'fr', 24)).toBe('00:12:28:03')
  // The last half frame of a second rounds up to the next second.
  expect(cueTime(999, 'en', 24)).toBe('00:00:01:00')
  expect(cueTime(60_060, 'en', 29.97)).toBe('00:01:00;02')
})
