import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFeedDate, readFeedDuration } from './feed-times.ts'

it.each([
  ['Mon, 23 Nov 2026 09:00:00 GMT', Date.UTC(2026, 10, 23, 9)],
  ['23 Nov 2026 09:00:00 +0100', Date.UTC(2026, 10, 23, 8)],
  ['Mon, 23 Nov 2026 09:00:00 EST', Date.UTC(2026, 10, 23, 14)],
  // Without a zone, the result must not depend on the computer's zone.
  ['Mon, 23 Nov 2026 09:00:00', Date.UTC(2026, 10, 23, 9)],
  ['lun., 23 Nov 2026 09:00:00 GMT', Date.UTC(2026, 10, 23, 9)],
  ['2026-11-23', Date.UTC(2026, 10, 23)],
  ['2026-11-23T09:00:00', Date.UTC(2026, 10, 23, 9)],
  ['2026-11-23T09:00:00.5+02:00', Date.UTC(2026, 10, 23, 7, 0, 0, 500)],
  ['23-Nov-26 9:00 UT', Date.UTC(2026, 10, 23, 9)],
  ['Mon, 40 Nov 2026 09:00:00 GMT', null],
  ['2026-13-01', null],
  ['tomorrow', null],
  ['', null],
])('reads the date %j', (written, ms) => {
  expect(readFeedDate(written)).toBe(ms)
})

it.each([
  ['47:08', 2_828_000],
  ['1:02:03', 3_723_000],
  ['2828', 2_828_000],
  ['61.5', 61_500],
  ['0', null],
  ['90000', null],
  ['-5', null],
  ['1:2:3:4', null],
  ['about an hour', null],
])('reads the length %j', (written, ms) => {
  expect(readFeedDuration(written)).toBe(ms)
})

it('counts days as the calendar does', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const seconds = Math.floor(date.getTime() / 1_000) * 1_000
      expect(readFeedDate(date.toUTCString())).toBe(seconds)
      expect(readFeedDate(date.toISOString())).toBe(date.getTime())
    }),
  )
})
