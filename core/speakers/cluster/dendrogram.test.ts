import { expect, test } from 'vitest'
import { dendrogram, groupsAtLevel } from './dendrogram.ts'
import type { Merge } from './linkage.ts'

const merges: Merge[] = [
  { kept: 1, absorbed: 3, similarity: 0.9 },
  { kept: 0, absorbed: 2, similarity: 0.8 },
  { kept: 1, absorbed: 4, similarity: 0.6 },
  { kept: 0, absorbed: 1, similarity: 0.2 },
]

test('a tree knows its items, its sides and how close its items are', () => {
  const root = dendrogram(5, merges)
  expect([...root.items]).toEqual([0, 2, 1, 3, 4])
  expect(root.split?.similarity).toBe(0.2)
  const right = root.split?.right
  expect([...(right?.items ?? [])]).toEqual([1, 3, 4])
  expect(right?.withinSimilarity).toBeCloseTo((0.9 + 2 * 0.6) / 3, 9)
  expect(right?.split?.right).toMatchObject({ split: null, withinSimilarity: null })
})

test('a tree as deep as it has items is no trouble', () => {
  const count = 20_000
  const chain = Array.from({ length: count - 1 }, (_, index) => ({
    kept: 0,
    absorbed: index + 1,
    similarity: 0.5,
  }))
  expect(dendrogram(count, chain).items).toHaveLength(count)
})

test('groups at each level, by their first items', () => {
  expect(groupsAtLevel(5, merges, 5)).toEqual([[0], [1], [2], [3], [4]])
  expect(groupsAtLevel(5, merges, 2)).toEqual([
    [0, 2],
    [1, 3, 4],
  ])
  expect(groupsAtLevel(5, merges, 1)).toEqual([[0, 1, 2, 3, 4]])
  expect(groupsAtLevel(5, merges, 9)).toHaveLength(5)
})
