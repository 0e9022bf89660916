import { expect, it } from 'vitest'
import { parseTime, typedTime } from './parse-time.ts'

it.each([
  ['75', 75_000],
  [' 1:15 ', 75_000],
  ['1:02:03', 3_723_000],
  ['0:01,5', 1_500],
  ['90:00', 5_400_000],
  ['2:99', null],
  ['1:70:00', null],
  ['one', null],
  ['', null],
  ['1:', null],
] as const)('%j is %j ms', (typed, ms) => {
  expect(parseTime(typed)).toBe(ms)
})

it.each([
  [0, '0:00'],
  [75_000, '1:15'],
  [75_250, '1:15.25'],
  [3_723_000, '1:02:03'],
])('%j ms are typed %j', (ms, typed) => {
  expect(typedTime(ms)).toBe(typed)
  expect(parseTime(typed)).toBe(ms)
})
