import { expect, it } from 'vitest'
import { readPart } from './typed-part.ts'

it.each([
  ['both', { from: '0:03', to: '0:08' }, { fromMs: 3_000, toMs: 8_000 }],
  ['from a time on', { from: ' 3,5 ', to: '' }, { fromMs: 3_500 }],
  ['up to a time', { from: '0:00', to: '1:00' }, { toMs: 60_000 }],
])('reads %s', (_, typed, range) => {
  expect(readPart(typed, 60_000)).toEqual(range)
})

it.each([
  [{ from: 'soon', to: '' }, 'from', 'job.part.no-time'],
  [{ from: '', to: '2:99' }, 'to', 'job.part.no-time'],
  [{ from: '', to: ' ' }, 'from', 'job.part.none'],
  [{ from: '0:08', to: '0:08' }, 'to', 'job.part.empty'],
  [{ from: '0:08', to: '2:00' }, 'to', 'job.part.beyond-end'],
  [{ from: '1:00', to: '' }, 'from', 'job.part.beyond-end'],
] as const)('refuses %j', (typed, field, message) => {
  expect(readPart(typed, 60_000)).toMatchObject({ field, message })
})

it('says nothing of an end that nobody knows yet', () => {
  expect(readPart({ from: '2:00', to: '' }, null)).toEqual({ fromMs: 120_000 })
})
