import { expect, test } from 'vitest'
import { seededRandom } from '../testing/seeded-random.ts'
import { dot, toUnit } from '../vectors.ts'
import { averageLinkage } from './linkage.ts'

const random = seededRandom(5)
const vectors = Array.from({ length: 41 }, () =>
  toUnit(Float64Array.from({ length: 7 }, () => random() - 0.5)),
)

/** Average linkage by definition, without optimizations. */
function slowLinkage(): number[] {
  let groups = vectors.map((_vector, index) => [index])
  const similarities: number[] = []
  while (groups.length > 1) {
    const pairs = groups.flatMap((one, index) => groups.slice(index + 1).map((other) => ({ one, other })))
    const scored = pairs.map(({ one, other }) => {
      const values = one.flatMap((left) => other.map((right) => dot(vectors[left]!, vectors[right]!)))
      return { one, other, similarity: values.reduce((sum, value) => sum + value, 0) / values.length }
    })
    const best = scored.reduce((a, b) => (b.similarity > a.similarity ? b : a))
    groups = groups.filter((group) => group !== best.one && group !== best.other)
    groups.push([...best.one, ...best.other])
    similarities.push(best.similarity)
  }
  return similarities
}

test('merges the two nearest groups each time', () => {
  const merges = averageLinkage(vectors)
  const expected = slowLinkage()
  expect(merges).toHaveLength(expected.length)
  for (const [index, merge] of merges.entries())
    expect(merge.similarity).toBeCloseTo(expected[index] ?? NaN, 5)
  expect(new Set(merges.map(({ absorbed }) => absorbed)).size).toBe(vectors.length - 1)
  for (const { kept, absorbed } of merges) expect(kept).toBeLessThan(absorbed)
})

test('nothing and a single vector need no merge', () => {
  expect(averageLinkage([])).toEqual([])
  expect(averageLinkage([Float32Array.of(1, 0)])).toEqual([])
})
