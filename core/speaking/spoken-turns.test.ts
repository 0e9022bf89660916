import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpeakerSegment } from '../transcript/transcript.ts'
import { spokenTurns } from './spoken-turns.ts'

const at = (speakerId: string, startMs: number, endMs: number): SpeakerSegment => ({
  speakerId,
  startMs,
  endMs,
})

/** Turns of a speaker as `start-end`, their stretches in brackets. */
function shown(allTurns: readonly SpeakerSegment[], id: string, durationMs = 60_000): string[] {
  const own = spokenTurns(allTurns, durationMs, []).find((speaker) => speaker.id === id)
  return (own?.turns ?? []).map(({ startMs, endMs, stretches }) => {
    return `${startMs}-${endMs} (${stretches.map((each) => `${each.startMs}-${each.endMs}`).join(' ')})`
  })
}

describe('spokenTurns', () => {
  it('takes a breath for no end of a turn, and a silence of 5 s for one', () => {
    expect(shown([at('a', 0, 1000), at('a', 5999, 7000)], 'a')).toEqual(['0-7000 (0-1000 5999-7000)'])
    expect(shown([at('a', 0, 1000), at('a', 6000, 7000)], 'a')).toEqual([
      '0-1000 (0-1000)',
      '6000-7000 (6000-7000)',
    ])
  })

  it('goes on over a word of somebody else, not over a second of others', () => {
    const around = [at('a', 0, 1000), at('a', 4000, 5000)]
    expect(shown([...around, at('b', 1500, 2499)], 'a')).toHaveLength(1)
    expect(shown([...around, at('b', 1500, 2500)], 'a')).toHaveLength(2)
    expect(shown([...around, at('b', 1100, 1600), at('c', 3000, 3500)], 'a')).toHaveLength(2)
  })

  it('counts two who speak at once in the gap once, and only what lies in the gap', () => {
    const around = [at('a', 0, 1000), at('a', 4000, 5000)]
    expect(shown([...around, at('b', 1500, 2200), at('c', 1600, 2300)], 'a')).toHaveLength(1)
    expect(shown([...around, at('b', 200, 1900), at('c', 3950, 9000)], 'a')).toHaveLength(1)
  })

  it('joins overlapping and touching turns to one stretch, and cuts at the ends of the recording', () => {
    const allTurns = [at('a', -50, 500), at('a', 500, 700), at('a', 600, 650), at('a', 900, 2000)]
    expect(shown(allTurns, 'a', 1000)).toEqual(['0-1000 (0-700 900-1000)'])
  })

  it('lists who was never heard, too', () => {
    expect(spokenTurns([], 100, [{ id: 's' }])).toEqual([{ id: 's', turns: [] }])
  })

  it('agrees with the rule said gap by gap', () => {
    const times = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(200), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(fc.array(times, { maxLength: 14 }), (spans) => {
        const allTurns = spans.map(([id, start, length]) => at(id, start * 100, (start + length) * 100))
        const speaks = (id: string, ms: number): boolean =>
          allTurns.some((turn) => turn.speakerId === id && turn.startMs <= ms && ms < turn.endMs)
        for (const { id, turns } of spokenTurns(allTurns, 30_000, [])) {
          const stretches = turns.flatMap((turn) => turn.stretches)
          const others = ['a', 'b', 'c'].filter((other) => other !== id)
          const firsts = new Set(turns.map((turn) => turn.stretches[0]))
          for (const [index, next] of stretches.entries()) {
            const last = stretches[index - 1]
            if (last === undefined) continue
            let othersMs = 0
            for (let ms = last.endMs; ms < next.startMs; ms += 100) {
              if (others.some((other) => speaks(other, ms))) othersMs += 100
            }
            const isOne = next.startMs - last.endMs < 5000 && othersMs < 1000
            expect(firsts.has(next)).toBe(!isOne)
          }
          for (const turn of turns) {
            expect(turn.startMs).toBe(turn.stretches[0]?.startMs)
            expect(turn.endMs).toBe(turn.stretches.at(-1)?.endMs)
          }
        }
      }),
    )
  })
})
