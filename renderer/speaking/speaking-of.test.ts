import { describe, expect, it } from 'vitest'
import { speakingTime } from '#core/speaking/speaking-time'
import { conversation } from '../sound/testing/conversation.ts'
import { speakingOf } from './speaking-of.ts'

describe('who spoke how long', () => {
  it('is core’s figures for the whole recording', () => {
    const { figures } = speakingOf(conversation, 60_000, null)
    expect(figures).toEqual(
      speakingTime(conversation.turns, 60_000, conversation.paragraphs, conversation.speakers),
    )
  })

  it('counts in a stretch only what lies in it, words by their middle', () => {
    const { figures, turns } = speakingOf(conversation, 60_000, { startMs: 5_000, endMs: 40_000 })
    const [nora, idris, third] = figures.speakers
    expect(figures.durationMs).toBe(35_000)
    expect([nora?.speakingMs, idris?.speakingMs, third?.speakingMs]).toEqual([2_000, 30_000, 1_000])
    // "iron?" alone begins at 5.0 s.
    expect([nora?.words, idris?.words, third?.words]).toEqual([1, 6, 2])
    expect(turns[1]?.turns).toMatchObject([{ startMs: 5_000, endMs: 35_000 }])
  })

  it('tells the longest silence and how often people talked over one another', () => {
    const { longestSilenceMs, overlapPlaces } = speakingOf(conversation, 60_000, null)
    expect(longestSilenceMs).toBe(9_000)
    expect(overlapPlaces).toBe(1)
  })

  it('takes turns that touch for no overlap, and an empty recording for one silence', () => {
    const turns = [
      { speakerId: 'nora', startMs: 0, endMs: 500 },
      { speakerId: 'idris', startMs: 500, endMs: 1_000 },
    ]
    expect(speakingOf({ ...conversation, turns }, 1_000, null)).toMatchObject({
      overlapPlaces: 0,
      longestSilenceMs: 0,
    })
    expect(speakingOf({ ...conversation, turns: [] }, 1_000, null).longestSilenceMs).toBe(1_000)
  })
})
