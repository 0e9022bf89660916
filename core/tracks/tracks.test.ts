import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignTrackSpeakers } from './assign-track-speakers.ts'
import { levelStrength } from './level-strength.ts'
import { MIX, trackOfRun } from './mix.ts'
import { shareSpeakers } from './share-speakers.ts'
import { spoken } from './testing/spoken.ts'
import { trackOfWord, tracksOfWords } from './track-ids.ts'
import { segmentsWithoutEcho } from './without-echo.ts'

describe('the track of a word', () => {
  it('is in its id, and that of the word before it where a person wrote it', () => {
    expect(['c0.1', 'c1z~.4', 't2c7+0.3', 'e5.0'].map(trackOfWord)).toEqual([0, 0, 2, null])
    const words = ['e1.0', 't1c0.0', 'e2.0', 'c0.0'].map((id) => ({ id }))
    expect(tracksOfWords(words)).toEqual([1, 1, 1, 0])
  })
})

describe('the track of a run', () => {
  it('is the mix where all were transcribed', () => {
    expect([{}, { track: 2 }, { track: 0, tracks: 'all' }].map(trackOfRun)).toEqual([0, 2, MIX])
  })
})

describe('assignTrackSpeakers', () => {
  it('gives a word only to somebody on its own track', () => {
    const words = [...spoken(0, 0, 'We met there.'), ...spoken(1, 0, 'Yes we did.')]
    const turns = [
      [{ speakerId: 'near', startMs: 0, endMs: 300 }],
      [{ speakerId: 'far', startMs: 0, endMs: 900 }],
    ]
    expect(assignTrackSpeakers(words, (track) => turns[track] ?? [], 'en')).toEqual([
      'near',
      'near',
      'near',
      'far',
      'far',
      'far',
    ])
  })
})

describe('shareSpeakers', () => {
  it('gives the difference to the track with most people', () => {
    expect(shareSpeakers([1, 3], 6)).toEqual([1, 5])
    expect(shareSpeakers([2, 3], 4)).toEqual([2, 2])
    expect(shareSpeakers([1, 1], 1)).toEqual([1, 1])
    expect(shareSpeakers([0, 2], 1)).toEqual([0, 1])
    expect(shareSpeakers([0, 0], 2)).toEqual([0, 0])
  })

  it('adds up, except that nobody is left out of a track', () => {
    const found = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(found, fc.integer({ min: 1, max: 64 }), (counts, speakers) => {
        const shares = shareSpeakers(counts, speakers)
        const speaking = counts.filter((count) => count > 0).length
        const sum = shares.reduce((total, each) => total + each, 0)
        expect(sum).toBe(speaking === 0 ? 0 : Math.max(speaking, speakers))
        for (const [index, share] of shares.entries()) expect(share > 0).toBe((counts[index] ?? 0) > 0)
      }),
    )
  })
})

describe('turnsWithoutEcho', () => {
  const own = spoken(0, 0, 'We met there.')
  const echo = spoken(0, 5000, 'The budget is open.')
  const ids = new Set(echo.map(({ id }) => id))

  it('leaves out who is only an echo, and cuts the turns of others', () => {
    const turns = [
      { speakerId: 's1', startMs: 0, endMs: 1000 },
      { speakerId: 's2', startMs: 3900, endMs: 6400 },
    ]
    expect(segmentsWithoutEcho(turns, [...own, ...echo], ids, 'en')).toEqual(turns.slice(0, 1))
    const joined = [{ speakerId: 's1', startMs: 0, endMs: 9000 }]
    expect(segmentsWithoutEcho(joined, [...own, ...echo], ids, 'en')).toEqual([
      { speakerId: 's1', startMs: 0, endMs: 4300 },
      { speakerId: 's1', startMs: 6880, endMs: 9000 },
    ])
  })

  it('changes nothing without echo', () => {
    const turns = [{ speakerId: 's1', startMs: 0, endMs: 100 }]
    expect(segmentsWithoutEcho(turns, own, new Set(), 'en')).toEqual(turns)
  })
})

describe('levelStrength', () => {
  const levels = (...parts: readonly (readonly [number, number])[]) =>
    Float32Array.from(parts.flatMap(([db, frames]) => Array.from({ length: frames }, () => db)))

  it('is how far a span is above the noise of its track', () => {
    const strength = levelStrength(levels([-60, 50], [-20, 50]))
    expect(strength({ startMs: 1000, endMs: 2000 })).toBeCloseTo(40, 1)
    expect(strength({ startMs: 0, endMs: 1000 })).toBeCloseTo(0, 1)
  })

  it('does not let digital silence count for more than silence, and is finite outside the track', () => {
    const strength = levelStrength(levels([-120, 50], [-30, 50]))
    expect(strength({ startMs: 1000, endMs: 2000 })).toBeCloseTo(40, 1)
    expect(strength({ startMs: 9000, endMs: 9900 })).toBe(0)
  })
})
