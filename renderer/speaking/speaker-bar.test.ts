import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SpeakerTurns, spokenTurns, stretchesIn } from '#core/speaking/spoken-turns'
import type { SpeakerSegment } from '#core/transcript/transcript'
import { speakerBar } from './speaker-bar.ts'

const speakers = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 9_000 })), {
    minLength: 1,
    maxLength: 400,
  })
  .map((spans) => {
    let at = 0
    const ownTurns = spans.map(([length, pause]): SpeakerSegment => {
      const startMs = at
      at += length + pause
      return { speakerId: 's', startMs, endMs: startMs + length }
    })
    return spokenTurns(ownTurns, at, [])[0]!
  })
const ofTurns = (...turns: { startMs: number; endMs: number }[][]): SpeakerTurns => ({
  id: 's',
  turns: turns.map((stretches) => ({
    startMs: stretches[0]!.startMs,
    endMs: stretches.at(-1)!.endMs,
    stretches,
  })),
})
const lengthOf = (turn: { startMs: number; endMs: number }): number => turn.endMs - turn.startMs

describe('the bar of a speaker', () => {
  it('is as long as its share of the longest one’s time', () => {
    const own = ofTurns([{ startMs: 0, endMs: 500 }])
    expect(speakerBar(own, 1_000, 300).length).toBe(150)
    expect(speakerBar(own, 500, 300).length).toBe(300)
  })

  it('has a segment a stretch, in order, side by side, inside its length', () => {
    fc.assert(
      fc.property(speakers, fc.integer({ min: 20, max: 1_000 }), (turns, width) => {
        const longestMs = stretchesIn(turns).reduce((sum, one) => sum + lengthOf(one), 0)
        const { segments, length } = speakerBar(turns, longestMs, width)
        expect(segments).toHaveLength(stretchesIn(turns).length)
        const edges = segments.flatMap(({ from, to }) => [from, to])
        expect(edges).toEqual(edges.toSorted((a, b) => a - b))
        expect(edges[0]).toBeGreaterThanOrEqual(0)
        expect(edges.at(-1)).toBeLessThanOrEqual(length + 1e-6)
      }),
    )
  })

  it('has segments as long as their stretches beside one another', () => {
    fc.assert(
      fc.property(speakers, (turns) => {
        const longestMs = stretchesIn(turns).reduce((sum, one) => sum + lengthOf(one), 0)
        const { segments } = speakerBar(turns, longestMs, 880)
        const perMs = segments.map(
          ({ from, to }, index) => (to - from) / lengthOf(stretchesIn(turns)[index]!),
        )
        const [first = 0] = perMs
        for (const each of perMs) expect(each).toBeCloseTo(first, 6)
      }),
    )
  })

  it('has round ends where there is room, straight cuts with hundreds of turns', () => {
    const turns = (count: number) =>
      ofTurns(
        ...Array.from({ length: count }, (_, index) => [
          { startMs: index * 9_000, endMs: index * 9_000 + 1_000 },
        ]),
      )
    expect(speakerBar(turns(40), 40_000, 304).ends).toBe('round')
    expect(speakerBar(turns(300), 300_000, 304).ends).toBe('butt')
  })

  it('joins the segments of one turn by a connector, with a wider gap after it', () => {
    const turn = (startMs: number) => [
      { startMs, endMs: startMs + 9_000 },
      { startMs: startMs + 10_000, endMs: startMs + 19_000 },
    ]
    for (const width of [300, 20]) {
      const { segments, connectors } = speakerBar(ofTurns(turn(0), turn(40_000)), 36_000, width)
      const [first, second, third, fourth] = segments
      expect(connectors).toEqual([
        { from: first?.from, to: second?.to },
        { from: third?.from, to: fourth?.to },
      ])
      expect(third!.from - second!.to).toBeGreaterThan(1.3 * (second!.from - first!.to))
    }
  })

  it('is nothing for whoever was never heard', () => {
    expect(speakerBar({ id: 's', turns: [] }, 1_000, 300)).toMatchObject({ length: 0, segments: [] })
  })
})
