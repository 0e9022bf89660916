import { describe, expect, it } from 'vitest'
import type { Cue } from '#core/captions/cues'
import { firstToTap, tapCaption, tappedSpan } from './tap-mode.ts'

const cue = (index: number, startMs: number, endMs: number) => ({ index, startMs, endMs }) as Cue
const rules = { gapMs: 100, minDurationMs: 800 }
const timesOf = (retimed: ReturnType<typeof tapCaption>) =>
  retimed.map(({ cue: { index }, startMs, endMs }) => [index, startMs, endMs])

describe('the caption that is tapped first', () => {
  const cues = [cue(0, 0, 1_000), cue(1, 2_000, 3_000)]
  it('is the one being edited, else the one at the playhead or the next', () => {
    expect(firstToTap(cues, 0, 2_500)).toBe(0)
    expect(firstToTap(cues, null, 500)).toBe(0)
    expect(firstToTap(cues, null, 1_500)).toBe(1)
    expect(firstToTap(cues, null, 3_000)).toBeNull()
    expect(firstToTap([], 4, 0)).toBeNull()
  })
})

describe('the times of a tap', () => {
  it('are where the key was pressed and released, at least a frame apart', () => {
    expect(tappedSpan(1_000.4, 2_000.6)).toEqual({ startMs: 1_000, endMs: 2_001 })
    expect(tappedSpan(1_000, 1_001)).toEqual({ startMs: 1_000, endMs: 1_040 })
  })

  it('are none if the sound went back', () => {
    expect(tappedSpan(2_000, 1_000)).toBeNull()
  })
})

describe('a tapped caption', () => {
  it('leaves others alone that are not in its way', () => {
    const cues = [cue(0, 0, 1_000), cue(1, 2_000, 3_000)]
    expect(timesOf(tapCaption(cues, 0, { startMs: 100, endMs: 1_900 }, rules))).toEqual([[0, 100, 1_900]])
  })

  it('has those in its way begin later, the last of them first', () => {
    const cues = [cue(0, 0, 1_000), cue(1, 2_000, 3_000), cue(2, 3_100, 6_000)]
    expect(timesOf(tapCaption(cues, 0, { startMs: 1_000, endMs: 2_500 }, rules))).toEqual([
      [2, 3_500, 6_000],
      [1, 2_600, 3_400],
      [0, 1_000, 2_500],
    ])
  })

  it('moves a short one without making it longer', () => {
    const cues = [cue(0, 0, 1_000), cue(1, 1_100, 1_300)]
    expect(timesOf(tapCaption(cues, 0, { startMs: 0, endMs: 1_400 }, rules))).toEqual([
      [1, 1_500, 1_700],
      [0, 0, 1_400],
    ])
  })
})
