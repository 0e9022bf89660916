import { expect, it } from 'vitest'
import type { CueProblem, CueProblemKind } from '#core/captions/cue-problems'
import { cuesWith, problemCounts } from './problem-counts.ts'

const problem = (kind: CueProblemKind): CueProblem => ({ kind, value: 30, limit: 20, isSlight: false })
const problems = new Map([
  [1, [problem('too-fast'), problem('too-short')]],
  [4, [problem('too-short')]],
  [6, [problem('too-fast')]],
])

it('captions are counted by their worst problem', () => {
  expect(problemCounts(problems)).toEqual([
    ['too-fast', 2],
    ['too-short', 1],
  ])
})

it('and chosen by it; once none is left, all are', () => {
  expect(cuesWith(problems, null)).toEqual([1, 4, 6])
  expect(cuesWith(problems, new Set(['too-fast']))).toEqual([1, 6])
  expect(cuesWith(problems, new Set(['overlap']))).toEqual([1, 4, 6])
})
