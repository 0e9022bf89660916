import { describe, expect, it } from 'vitest'
import type { Cue } from '#core/captions/cues'
import { edgeTargets, snapDistance, snapEdge } from './edge-snap.ts'

const cue = (startMs: number, endMs: number) => ({ startMs, endMs }) as Cue
const sources = {
  before: cue(0, 1_000),
  after: cue(5_000, 6_000),
  speech: [{ startMs: 2_000, endMs: 4_000 }],
  shots: [2_500],
  gapMs: 80,
}

describe('an edge of a caption', () => {
  it('snaps to what belongs to its side, and to shots', () => {
    expect(edgeTargets(sources, 'start')).toEqual([
      { ms: 1_080, kind: 'neighbor' },
      { ms: 2_000, kind: 'speech-start' },
      { ms: 2_500, kind: 'shot' },
    ])
    expect(edgeTargets(sources, 'end')).toEqual([
      { ms: 2_500, kind: 'shot' },
      { ms: 4_000, kind: 'speech-end' },
      { ms: 4_920, kind: 'neighbor' },
    ])
  })

  it('snaps from ten pixels away, whatever these are in time', () => {
    const targets = edgeTargets(sources, 'end')
    expect(snapEdge(3_800, targets, snapDistance(28))).toBe(4_000)
    expect(snapEdge(3_500, targets, snapDistance(28))).toBe(3_500)
    expect(snapEdge(3_500, targets, snapDistance(100))).toBe(4_000)
    expect(snapEdge(3_985, targets, snapDistance(1))).toBe(3_985)
  })
})
