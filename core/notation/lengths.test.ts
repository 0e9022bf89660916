import { expect, it } from 'vitest'
import { spokenLength } from '../notation/lengths.ts'

const plain = (ms: number, language: 'en' | 'fr' = 'en'): string =>
  spokenLength(ms, language).replace(/\s/u, ' ')

it('tells tenths of a second under ten seconds', () => {
  expect([350, 4210, 9940].map((ms) => plain(ms))).toEqual(['0.4 s', '4.2 s', '9.9 s'])
  expect(plain(350, 'fr')).toBe('0,4 s')
})

it('is a clock from ten seconds on, also where it rounds up to ten', () => {
  expect([9950, 10_000, 61_999, 3_723_000].map((ms) => plain(ms))).toEqual([
    '0:10',
    '0:10',
    '1:01',
    '1:02:03',
  ])
})

it('never says 0.0 s of somebody who spoke', () => {
  expect(plain(20)).toBe('0.1 s')
  expect(plain(0)).toBe('0 s')
})
