import { expect, it, test } from 'vitest'
import { gridOfRate } from '../../frames/video-frames.ts'
import { framesMs, nearestCount, parseAmount } from './parse-amount.ts'

const film = gridOfRate(25)
const ntsc = gridOfRate(23.976)

test.each([
  ['1.5', 1_500],
  ['+1,5 s', 1_500],
  ['-0:01:02.5', -62_500],
  ['\u22122', -2_000],
  ['- 3', -3_000],
  ['-0', 0],
  ['', null],
  ['soon', null],
  ['--1', null],
  ['12f', null],
  ['99999999999', null],
])('%j is %s ms', (typed, ms) => expect(parseAmount(typed, null)).toBe(ms))

it('reads frames and timecodes where there are frames', () => {
  expect(parseAmount('-12f', film)).toBe(-480)
  expect(parseAmount('12 i', film)).toBe(480)
  expect(parseAmount('00:00:01:12', film)).toBe(1_480)
  expect(parseAmount('-00:00:01:12', film)).toBe(-1_480)
  expect(parseAmount('00:00:01:25', film)).toBeNull()
  expect(parseAmount('24f', ntsc)).toBe(1_001)
  // A video that begins later counts amounts from nothing all the same.
  if (film === null || ntsc === null) throw new Error('no grid')
  expect(parseAmount('00:00:01:00', { ...film, firstUs: 83_000 })).toBe(1_000)
  expect(nearestCount(-480, film)).toBe(-12)
  expect(nearestCount(framesMs(100, ntsc), ntsc)).toBe(100)
  expect(nearestCount(-500, film)).toBe(-nearestCount(500, film))
})
