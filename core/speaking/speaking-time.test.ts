import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpeakerSegment } from '../transcript/transcript.ts'
import { conversation } from '../edits/testing/samples.ts'
import { speakingTime } from './speaking-time.ts'

const durationMs = 120

const turns = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(110), fc.integer({ min: 1, max: 40 }))
    .map(([speakerId, startMs, length]): SpeakerSegment => ({ speakerId, startMs, endMs: startMs + length })),
  { maxLength: 14 },
)

/** Who speaks in each millisecond, counted one by one. */
function millisecondBySecond(all: readonly SpeakerSegment[]): string[][] {
  return Array.from({ length: durationMs }, (_, ms) =>
    ['a', 'b', 'c'].filter((id) => all.some((t) => t.speakerId === id && t.startMs <= ms && ms < t.endMs)),
  )
}

describe('speakingTime', () => {
  it('gives the figures of a conversation', () => {
    const { speakers, turns: allTurns, paragraphs } = conversation()
    const shown = speakingTime(allTurns, 8000, paragraphs, speakers)
    expect(shown).toEqual({
      durationMs: 8000,
      silenceMs: 8000 - 6200,
      overlapMs: 100,
      speakers: [
        {
          id: 's1',
          name: 'Anna',
          speakingMs: 4000,
          share: 4000 / 6300,
          turns: 2,
          longestTurnMs: 2000,
          words: 10,
          wordsPerMinute: 150,
          overlapMs: 100,
        },
        {
          id: 's2',
          name: null,
          speakingMs: 2300,
          share: 2300 / 6300,
          turns: 1,
          longestTurnMs: 2300,
          words: 5,
          wordsPerMinute: 300_000 / 2300,
          overlapMs: 100,
        },
      ],
      overlaps: [{ a: 's1', b: 's2', ms: 100 }],
    })
  })

  it('counts overlapping and touching stretches of one speaker once', () => {
    const allTurns = [
      { speakerId: 'a', startMs: 0, endMs: 50 },
      { speakerId: 'a', startMs: 50, endMs: 70 },
      { speakerId: 'a', startMs: 10, endMs: 20 },
    ]
    const { speakers, overlapMs } = speakingTime(allTurns, 100, [])
    expect(speakers[0]).toMatchObject({
      speakingMs: 70,
      turns: 1,
      longestTurnMs: 70,
      share: 1,
      wordsPerMinute: 0,
    })
    expect(overlapMs).toBe(0)
  })

  it('counts a turn over its pauses, and speaking time without them', () => {
    const allTurns = [
      { speakerId: 'a', startMs: 0, endMs: 2000 },
      { speakerId: 'b', startMs: 2500, endMs: 3000 },
      { speakerId: 'a', startMs: 4000, endMs: 5000 },
      { speakerId: 'a', startMs: 20_000, endMs: 22_500 },
    ]
    expect(speakingTime(allTurns, 30_000, []).speakers[0]).toMatchObject({
      speakingMs: 5500,
      turns: 2,
      longestTurnMs: 5000,
    })
  })

  it('lists a speaker who was never heard, and has no share to give where nobody was', () => {
    const { speakers } = speakingTime([], 100, [], [{ id: 's', name: 'Sam' }])
    expect(speakers).toMatchObject([{ id: 's', name: 'Sam', speakingMs: 0, share: 0, turns: 0 }])
  })

  it('agrees with a count of every millisecond', () => {
    fc.assert(
      fc.property(turns, (allTurns) => {
        const shown = speakingTime(allTurns, durationMs, [])
        const counted = millisecondBySecond(allTurns)
        const count = (is: (ids: string[]) => boolean): number => counted.filter(is).length
        expect(shown.silenceMs).toBe(count((ids) => ids.length === 0))
        expect(shown.overlapMs).toBe(count((ids) => ids.length > 1))
        for (const { id, speakingMs, overlapMs } of shown.speakers) {
          expect(speakingMs).toBe(count((ids) => ids.includes(id)))
          expect(overlapMs).toBe(count((ids) => ids.includes(id) && ids.length > 1))
        }
        for (const { a, b, ms } of shown.overlaps) {
          expect(ms).toBe(count((ids) => ids.includes(a) && ids.includes(b)))
          expect(ms).toBeGreaterThan(0)
        }
        const shares = shown.speakers.reduce((sum, speaker) => sum + speaker.share, 0)
        expect(shares).toBeCloseTo(shown.speakers.length === 0 ? 0 : 1)
      }),
    )
  })
})
