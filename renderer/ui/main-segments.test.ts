import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mainSegments } from './main-segments.ts'
import { speakerTrackPaths } from './speaker-track-paths.ts'

/** Two speakers by turns, each this long, over an hour. */
function byTurns(turnMs: number, durationMs = 3_600_000) {
  const count = Math.floor(durationMs / turnMs)
  const of = (value: (index: number) => number) => Array.from({ length: count }, (_, index) => value(index))
  return {
    speakers: of((index) => index % 2),
    startsMs: of((index) => index * turnMs),
    endsMs: of((index) => (index + 1) * turnMs - 1),
  }
}

describe('the main speakers of a long recording', () => {
  it('are left as they are while most turns can be seen', () => {
    expect(mainSegments(byTurns(180_000), 3_600_000, 264)).toBeNull()
    expect(mainSegments({ speakers: [], startsMs: [], endsMs: [] }, 0, 264)).toBeNull()
  })

  it('are dashes of at least 5 px, in order and apart, of who speaks most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 500, max: 30_000 }),
        fc.integer({ min: 100, max: 500 }),
        (turnMs, widthPx) => {
          const talk = byTurns(turnMs)
          const main = mainSegments(talk, 3_600_000, widthPx)
          if (main === null) return
          const leastMs = (3_600_000 / widthPx) * 4.9
          for (const [index, startMs] of main.startsMs.entries()) {
            const endMs = main.endsMs[index] ?? 0
            if (endMs < 3_600_000) expect(endMs - startMs).toBeGreaterThan(leastMs)
            expect(startMs).toBeGreaterThanOrEqual(main.endsMs[index - 1] ?? 0)
          }
          expect(main.endsMs.at(-1)).toBeGreaterThan((talk.endsMs.at(-1) ?? 0) - 1)
        },
      ),
    )
    // One who says yes now and then beside another.
    const talk = byTurns(10_000)
    const mostly = { ...talk, endsMs: talk.endsMs.map((end, index) => (index % 2 === 1 ? end - 8_000 : end)) }
    expect(mainSegments(mostly, 3_600_000, 264)?.speakers).toEqual([0])
  })

  it('leave silence empty', () => {
    const talk = byTurns(5_000, 600_000)
    const later = {
      ...talk,
      startsMs: talk.startsMs.map((ms) => ms + 1_800_000),
      endsMs: talk.endsMs.map((ms) => ms + 1_800_000),
    }
    expect(mainSegments(later, 3_600_000, 264)?.startsMs[0]).toBeGreaterThan(1_700_000)
  })

  it('are drawn without connectors', () => {
    const all = byTurns(5_000)
    expect(speakerTrackPaths(all, [0, 1], 3_600_000, 1, 264, true).connectors).toBe('')
  })
})
