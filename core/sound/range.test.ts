import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOfRun, rangeProblem, rangeTimes, sampleRange } from './range.ts'

describe('a range', () => {
  it.each([
    ['nothing given', {}, 8_000, null],
    ['a stretch', { fromMs: 3_000, toMs: 5_000 }, 8_000, null],
    ['from a time on', { fromMs: 3_000 }, 8_000, null],
    ['up to the second that the recording ends in', { toMs: 8_000 }, 7_240, null],
    ['of a recording whose length nobody knows', { fromMs: 3_000, toMs: 5_000 }, null, null],
    ['that ends where it starts', { fromMs: 5_000, toMs: 5_000 }, 8_000, 'empty'],
    ['that ends before it starts', { fromMs: 5_000, toMs: 3_000 }, null, 'empty'],
    ['that starts at the end', { fromMs: 8_000 }, 8_000, 'beyond-end'],
    ['that goes on after the end', { fromMs: 3_000, toMs: 8_001 }, 8_000, 'beyond-end'],
  ] as const)('%s', (_, range, durationMs, problem) => {
    expect(rangeProblem(range, durationMs)).toBe(problem)
  })

  it('is the whole recording where nothing is given', () => {
    expect(rangeTimes({}, 8_000)).toEqual({ startMs: 0, endMs: 8_000 })
    expect(sampleRange({}, 128_001)).toEqual({ startSample: 0, endSample: 128_001 })
  })

  it('lies inside the recording, in samples and in times', () => {
    expect(sampleRange({ fromMs: 1_500, toMs: 3_000 }, 128_000)).toEqual({
      startSample: 24_000,
      endSample: 48_000,
    })
    const time = fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined })
    fc.assert(
      fc.property(time, time, fc.nat(1_600_000), (fromMs, toMs, sampleCount) => {
        const { startSample, endSample } = sampleRange({ fromMs, toMs }, sampleCount)
        expect(startSample).toBeGreaterThanOrEqual(0)
        expect(startSample).toBeLessThanOrEqual(endSample)
        expect(endSample).toBeLessThanOrEqual(sampleCount)
      }),
    )
  })
})

it('reads the range out of the settings of a transcript, whatever a file claims', () => {
  expect(rangeOfRun({ track: 0, fromMs: 3_000, toMs: 8_000 })).toEqual({ fromMs: 3_000, toMs: 8_000 })
  expect(rangeOfRun({ quick: true })).toEqual({})
  expect(rangeOfRun({ fromMs: '3', toMs: 1.5 })).toEqual({})
  expect(rangeOfRun({ fromMs: 8_000, toMs: 3_000 })).toEqual({})
})
