import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpeakerSegment } from '../transcript/transcript.ts'
import { spokenTurns, stretchesIn } from '../speaking/spoken-turns.ts'
import { reassignTurns } from './turns-follow.ts'

const at = (speakerId: string, startMs: number, endMs: number): SpeakerSegment => ({
  speakerId,
  startMs,
  endMs,
})
const shown = (turns: readonly SpeakerSegment[]): string[] =>
  turns.map(({ speakerId, startMs, endMs }) => `${speakerId} ${startMs}-${endMs}`)

describe('reassignTurns', () => {
  it('leaves 0.3 s and more of a turn with the one who had it', () => {
    const turns = [at('a', 0, 2000)]
    const after = reassignTurns(turns, { startMs: 300, endMs: 1700 }, 'a', 'b')
    expect(shown(after)).toEqual(['a 0-300', 'b 300-1700', 'a 1700-2000'])
  })

  it('gives what would be left under 0.3 s to the neighbour', () => {
    const turns = [at('a', 0, 2000)]
    expect(shown(reassignTurns(turns, { startMs: 299, endMs: 1701 }, 'a', 'b'))).toEqual(['b 0-2000'])
    expect(shown(reassignTurns(turns, { startMs: 299, endMs: 1500 }, 'a', 'b'))).toEqual([
      'b 0-1500',
      'a 1500-2000',
    ])
    expect(reassignTurns(turns, { startMs: 299, endMs: 1701 }, 'a', null)).toEqual([])
  })

  it('takes for no sliver what goes on in a turn that touches it', () => {
    const turns = [at('a', 0, 1000), at('a', 1000, 2000)]
    expect(shown(reassignTurns(turns, { startMs: 1200, endMs: 2000 }, 'a', 'b'))).toEqual([
      'a 0-1000',
      'a 1000-1200',
      'b 1200-2000',
    ])
  })

  it('leaves nobody a new stretch under 0.3 s, and everybody’s time in all', () => {
    const turn = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(5000), fc.integer({ min: 1, max: 2000 }))
    fc.assert(
      fc.property(
        fc.array(turn, { maxLength: 10 }),
        fc.nat(5000),
        fc.integer({ min: 1, max: 2000 }),
        (spans, startMs, length) => {
          const turns = spans
            .map(([id, start, long]) => at(id, start, start + long))
            .sort((x, y) => x.startMs - y.startMs)
          const after = reassignTurns(turns, { startMs, endMs: startMs + length }, 'a', 'b')
          const stretches = (of: readonly SpeakerSegment[], id: string) =>
            spokenTurns(of, 10_000, []).flatMap((each) => (each.id === id ? stretchesIn(each) : []))
          const before = stretches(turns, 'a').map((each) => `${each.startMs}-${each.endMs}`)
          const short = stretches(after, 'a').filter((each) => each.endMs - each.startMs < 300)
          for (const each of short) expect(before).toContain(`${each.startMs}-${each.endMs}`)
          expect(stretches(after, 'c')).toEqual(stretches(turns, 'c'))
          const covered = (of: readonly SpeakerSegment[], ms: number): boolean =>
            of.some((each) => each.startMs <= ms && ms < each.endMs)
          for (let ms = 0; ms < 7000; ms += 37) if (covered(turns, ms)) expect(covered(after, ms)).toBe(true)
        },
      ),
    )
  })
})
