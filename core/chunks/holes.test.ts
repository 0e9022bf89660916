import { expect, test } from 'vitest'
import { findHoles } from './holes.ts'

const span = (start: number, end: number) => ({ startSample: start * 16_000, endSample: end * 16_000 })
const holes = (regions: number[][], tokens: number[]): number[][] =>
  findHoles(
    { regions: regions.map(([start = 0, end = 0]) => span(start, end)) },
    tokens.map((token) => token * 16_000),
  ).map(({ startSample, endSample }) => [startSample / 16_000, endSample / 16_000])

test('a region over 0.8 s in which no token starts', () => {
  expect(
    holes(
      [
        [0, 2],
        [2.5, 3.5],
        [4, 4.8],
      ],
      [0.1, 1],
    ),
  ).toEqual([[2.5, 3.5]])
})

test('a token a little before a region, or at its very end, is in it', () => {
  expect(holes([[2, 3.5]], [1.75])).toEqual([])
  expect(holes([[2, 3.5]], [3.55])).toEqual([])
  expect(holes([[2, 3.5]], [1.5, 3.7])).toEqual([[2, 3.5]])
})

test('over 2 s without a token inside a region, from where the last token ends', () => {
  expect(holes([[0, 10]], [0.5, 1, 5, 7.5])).toEqual([
    [1.3, 5],
    [5.3, 7.5],
    [7.8, 10],
  ])
})

test('also before the first token', () => {
  expect(holes([[0, 4]], [2.5, 3])).toEqual([[0, 2.5]])
})

test('no text at all: every region that is long enough', () => {
  expect(
    holes(
      [
        [0, 1],
        [2, 2.5],
      ],
      [],
    ),
  ).toEqual([[0, 1]])
})
