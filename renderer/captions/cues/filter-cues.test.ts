import { expect, test } from 'vitest'
import type { CueProblem } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import { everyCue, filterCues } from './filter-cues.ts'

const cue = (index: number, ...speakers: (string | null)[]): Cue => ({
  index,
  startMs: index * 1_000,
  endMs: index * 1_000 + 900,
  lines: speakers.map((speakerId) => ({ speakerId, text: 'Yes.' })),
  wordIds: [`w${index}`],
})
const cues = [cue(0, 'A'), cue(1, 'B'), cue(2, 'A', 'B'), cue(3, null)]
const fast: CueProblem = { kind: 'too-fast', value: 30, limit: 20, isSlight: false }
const problems = new Map([
  [1, [fast]],
  [2, [fast]],
])

test('captions are filtered by problems, by speaker, and by both', () => {
  expect(filterCues(cues, problems, everyCue)).toEqual([0, 1, 2, 3])
  expect(filterCues(cues, problems, { only: 'problems', speakerId: null })).toEqual([1, 2])
  expect(filterCues(cues, problems, { only: 'all', speakerId: 'A' })).toEqual([0, 2])
  expect(filterCues(cues, problems, { only: 'problems', speakerId: 'A' })).toEqual([2])
})
