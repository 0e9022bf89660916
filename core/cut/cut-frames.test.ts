import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { framePieces, framesOfCut, type FrameRun } from './cut-frames.ts'

const pal = { numerator: 25, denominator: 1, firstUs: 0 }
const ntsc = { numerator: 30_000, denominator: 1_001, firstUs: 10_000 }
const rate = 48_000

describe('the frames of a cut', () => {
  it('are those of its kept spans', () => {
    const spans = [
      { startSample: 0, endSample: 48_000 },
      { startSample: 96_000, endSample: 97_920 },
    ]
    expect(framesOfCut({ spans, rate }, pal)).toEqual({
      phaseUs: 0,
      delayUs: 0,
      runs: [
        { first: 0, count: 25 },
        { first: 50, count: 1 },
      ],
    })
  })

  it('begin as much later than the sound as in the recording, if its start is kept', () => {
    const late = { ...pal, firstUs: 90_000 }
    const kept = framesOfCut({ spans: [{ startSample: 0, endSample: 480 + 24_960 }], rate }, late)
    expect(kept).toEqual({ phaseUs: 10_000, delayUs: 10_000, runs: [{ first: 0, count: 13 }] })
    const inside = framesOfCut({ spans: [{ startSample: 480 + 1_920, endSample: 480 + 3_840 }], rate }, late)
    expect(inside).toEqual({ phaseUs: 10_000, delayUs: 0, runs: [{ first: 1, count: 1 }] })
  })

  it('equal those of the spans, however many, if frames begin at their edges', () => {
    const frame = (place: number): number => Math.round(((10_000 + (place * 1_001e6) / 30_000) * rate) / 1e6)
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 })), {
      minLength: 1,
      maxLength: 3_000,
    })
    fc.assert(
      fc.property(gaps, (pairs) => {
        let at = 0
        const runs = pairs.map(([gap, count]): FrameRun => {
          const first = at + gap
          at = first + count
          return { first, count }
        })
        const spans = runs.map(({ first, count }) => ({
          startSample: frame(first),
          endSample: frame(first + count),
        }))
        expect(framesOfCut({ spans, rate }, ntsc).runs).toEqual(runs)
      }),
      { numRuns: 30 },
    )
  })

  it('stay beside their sound where no frame begins at an edge', () => {
    const spans = Array.from({ length: 2_000 }, (_, place) => ({
      startSample: place * 10_000,
      endSample: place * 10_000 + 4_500,
    }))
    const { runs } = framesOfCut({ spans, rate }, pal)
    const frames = runs.reduce((sum, { count }) => sum + count, 0)
    expect(frames).toBe(Math.round((2_000 * 4_500 * 25) / rate))
  })
})

describe('pieces', () => {
  it('are of a minute or more, have all frames in order, and none of a long cut', () => {
    const runs = [
      { first: 0, count: 1_000 },
      { first: 1_100, count: 4_000 },
      { first: 20_000, count: 10 },
    ]
    expect(framePieces(runs, pal)).toEqual([
      {
        at: 0,
        count: 1_500,
        runs: [
          { first: 0, count: 1_000 },
          { first: 1_100, count: 500 },
        ],
      },
      { at: 1_500, count: 1_500, runs: [{ first: 1_600, count: 1_500 }] },
      { at: 3_000, count: 2_000, runs: [{ first: 3_100, count: 2_000 }] },
      { at: 5_000, count: 10, runs: [{ first: 20_000, count: 10 }] },
    ])
  })
})
