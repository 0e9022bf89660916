import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { portraitOf } from './portrait.ts'

const turn = fc
  .record({ speaker: fc.nat(63), startMs: fc.nat(10_000_000), length: fc.integer({ min: 1, max: 60_000 }) })
  .map(({ speaker, startMs, length }) => ({ speaker, startMs, endMs: startMs + length }))

describe('a portrait', () => {
  it('shows few turns as they are', () => {
    const turns = [
      { speaker: 1, startMs: 5_000, endMs: 6_000 },
      { speaker: 0, startMs: 0, endMs: 1_000 },
      { speaker: 0, startMs: 900, endMs: 2_000 },
    ]
    expect(portraitOf(turns)).toEqual({ speakers: [0, 1], startsMs: [0, 5_000], endsMs: [2_000, 6_000] })
  })

  it('is of at most 300 segments in order of time, and covers every turn in its own lane', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 2_000, size: 'max' }), (turns) => {
        const { speakers, startsMs, endsMs } = portraitOf(turns)
        expect(speakers.length).toBeLessThanOrEqual(300)
        expect(startsMs).toEqual(startsMs.toSorted((a, b) => a - b))
        const lanes = Map.groupBy(speakers.keys(), (place) => speakers[place] as number)
        for (const { speaker, startMs, endMs } of turns) {
          const isCovered = (lanes.get(speaker) ?? []).some(
            (place) => (startsMs[place] ?? Infinity) <= startMs && endMs <= (endsMs[place] ?? -Infinity),
          )
          expect(isCovered).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })
})
