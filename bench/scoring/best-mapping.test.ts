import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestMapping } from './best-mapping.ts'

test('the largest sum wins over the largest single gain', () => {
  // 5 + 0 by taking the largest first, 4 + 4 by the best total.
  expect(
    bestMapping([
      [5, 4],
      [4, 0],
    ]),
  ).toEqual([1, 0])
})

test('more rows than columns leave rows without one, and the other way round', () => {
  expect(bestMapping([[1], [3], [2]])).toEqual([null, 0, null])
  expect(bestMapping([[1, 3, 2]])).toEqual([1])
  expect(bestMapping([])).toEqual([])
  expect(bestMapping([[], []])).toEqual([null, null])
})

function bestSumByTrying(
  gains: readonly (readonly number[])[],
  row = 0,
  taken: readonly number[] = [],
): number {
  if (row === gains.length) return 0
  const free = (gains[row] ?? [])
    .map((gain, column) => ({ gain, column }))
    .filter(({ column }) => !taken.includes(column))
  return Math.max(
    bestSumByTrying(gains, row + 1, taken),
    ...free.map(({ gain, column }) => gain + bestSumByTrying(gains, row + 1, [...taken, column])),
  )
}

test('no other mapping has a larger sum', () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
  fc.assert(
    fc.property(matrix, (gains) => {
      const mapping = bestMapping(gains)
      const used = mapping.filter((column) => column !== null)
      expect(new Set(used).size).toBe(used.length)
      const sum = mapping.reduce(
        (total: number, column, row) => total + (column === null ? 0 : (gains[row]?.[column] ?? 0)),
        0,
      )
      expect(sum).toBe(bestSumByTrying(gains))
    }),
  )
})
