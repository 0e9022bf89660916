import { expect, it } from 'vitest'
import type { Cue } from '#core/captions/cues'
import { presetFor } from '#core/captions/presets/netflix'
import { edgeLimits } from './edge-limits.ts'

const cue = (index: number, startMs: number, endMs: number): Cue => ({
  index,
  startMs,
  endMs,
  lines: [{ text: 'One.', speakerId: null, fromCharacter: 0, toCharacter: 4 } as never],
  wordIds: [String(index)],
  isFixed: true,
})

it('an edge moves between the neighbors, and never past the other edge', () => {
  const cues = [cue(0, 0, 1_000), cue(1, 2_000, 4_000), cue(2, 5_000, 6_000)]
  const context = { cues, rules: presetFor('en'), transcript: {}, durationMs: 60_000 }
  const [, second, last] = cues
  if (second === undefined || last === undefined) throw new Error('there are three')
  expect(edgeLimits(context, second, 'start')).toEqual({ startMs: 1_000, endMs: 3_960 })
  expect(edgeLimits(context, second, 'end')).toEqual({ startMs: 2_040, endMs: 5_000 })
  expect(edgeLimits(context, last, 'end')).toEqual({ startMs: 5_040, endMs: 60_000 })
})
