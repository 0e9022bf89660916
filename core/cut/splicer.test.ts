import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SampleRange } from '../sound/range.ts'
import { atRate, keptPart, samplesOf } from './kept-part.ts'
import { Splicer } from './splicer.ts'

const RATE = 1_000
/** 8 ms at that rate. */
const FADE = 8

/** A recording of two channels, given by its samples. */
const stereo = (length: number, sample: (at: number, channel: number) => number): Float32Array =>
  Float32Array.from({ length: 2 * length }, (_, index) => sample(index >> 1, index & 1))

const ranges = (given: readonly (readonly [number, number])[]): SampleRange[] =>
  given.map(([startSample, endSample]) => ({ startSample, endSample }))

/** Everything that is kept of a recording that is given in chunks of these lengths in turn. */
function spliced(
  recording: Float32Array,
  chunks: readonly number[],
  spans: readonly SampleRange[],
  silences: readonly SampleRange[] = [],
  lengthSamples = recording.length / 2,
): number[] {
  const splicer = new Splicer({ channels: 2, kept: { rate: RATE, lengthSamples, spans }, silences })
  const out: number[] = []
  for (let at = 0, turn = 0; 2 * at < recording.length; turn++) {
    const to = at + (chunks[turn % chunks.length] ?? 1)
    for (const piece of splicer.push(recording.slice(2 * at, 2 * to))) out.push(...piece)
    at = to
  }
  return [...out, ...splicer.end()]
}

/** Spans in order, apart and not empty, some beyond the end. */
const anySpans = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((steps) => {
    let at = -1
    return steps.map(([gap, length]): [number, number] => {
      const start = at + gap
      at = start + length
      return [start, at]
    })
  })
const anyChunks = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 5 })

/** Slowly written: the kept samples, and the cut ones beside each join added to them. */
function expectedOf(recording: Float32Array, given: readonly (readonly [number, number])[]): number[] {
  const length = recording.length / 2
  const sample = (at: number, channel: number): number =>
    at < length ? (recording[2 * at + channel] ?? 0) : 0
  const out = given.flatMap(([start, end]) => [
    ...recording.subarray(2 * start, 2 * Math.max(start, Math.min(length, end))),
  ])
  let join = 0
  for (const [place, [start, end]] of given.entries()) {
    const next = given[place + 1]
    join += Math.min(length, end) - start
    if (next === undefined || next[0] >= length) break
    const fade = Math.min(FADE, Math.floor((next[0] - end) / 2))
    for (let step = 1; step <= fade; step++) {
      for (const channel of [0, 1]) {
        const gain = 1 - step / (fade + 1)
        const after = 2 * (join + step - 1) + channel
        if (after < out.length) out[after] = (out[after] ?? 0) + gain * sample(end + step - 1, channel)
        const before = 2 * (join - step) + channel
        if (before >= 0) out[before] = (out[before] ?? 0) + gain * sample(next[0] - step, channel)
      }
    }
  }
  return out
}

describe('the samples that are kept', () => {
  it('are those of the recording with the cut ones beside a join added, whatever pieces it arrives in', () => {
    const recording = stereo(300, (at, channel) => Math.sin(at * (channel + 1)))
    fc.assert(
      fc.property(anyChunks, anySpans, (chunks, given) => {
        const inside = given.filter(([start]) => start < 300)
        fc.pre(inside.length > 0)
        const out = spliced(recording, chunks, ranges(inside), [], 1_000)
        const expected = expectedOf(recording, inside)
        expect(out).toHaveLength(expected.length)
        out.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 5))
      }),
    )
  })

  it('further than a fade from a join are the original ones', () => {
    const recording = stereo(300, (at, channel) => at + channel / 2)
    const out = spliced(recording, [7], ranges([[0, 100], [200, 300]])) // prettier-ignore
    const kept = [...recording.slice(0, 200), ...recording.slice(400)]
    expect(out).toHaveLength(kept.length)
    expect(out.slice(0, 2 * (100 - FADE))).toEqual(kept.slice(0, 2 * (100 - FADE)))
    expect(out.slice(2 * (100 + FADE))).toEqual(kept.slice(2 * (100 + FADE)))
  })

  it('make no step at a join that the sound beside it does not make', () => {
    const recording = stereo(2_000, (at) => Math.sin(at / 9))
    const out = spliced(recording, [64], ranges([[0, 777], [1_089, 2_000]])) // prettier-ignore
    const steps = (samples: readonly number[]): number =>
      Math.max(...samples.slice(2).map((value, at) => Math.abs(value - (samples[at] ?? 0))))
    const slope = 2 / FADE
    expect(steps(out)).toBeLessThan(steps([...recording]) + slope)
    // Without the fade it would be far larger.
    expect(Math.abs((recording[2 * 1_089] ?? 0) - (recording[2 * 776] ?? 0))).toBeGreaterThan(
      steps([...recording]) + slope,
    )
  })

  it('are silent where that is asked', () => {
    const recording = stereo(200, (at) => at + 1)
    fc.assert(
      fc.property(anyChunks, anySpans, (chunks, quiet) => {
        const isSilent = (at: number): boolean => quiet.some(([start, end]) => at >= start && at < end)
        const expected = [...recording].map((value, index) => (isSilent(index >> 1) ? 0 : value))
        expect(spliced(recording, chunks, ranges([[0, 200]]), ranges(quiet))).toEqual(expected)
      }),
    )
  })

  it('are also those that a file has beyond its length, after a last span that ends there', () => {
    const recording = stereo(103, (at) => at)
    expect(spliced(recording, [10], ranges([[90, 100]]), [], 100)).toHaveLength(2 * 13)
    expect(spliced(recording, [10], ranges([[90, 99]]), [], 100)).toHaveLength(2 * 9)
  })
})

it('says after which sample nothing is needed', () => {
  const end = (...spans: [number, number][]): number | null =>
    new Splicer({ channels: 1, kept: { rate: RATE, lengthSamples: 100, spans: ranges(spans) }, silences: [] })
      .endSample
  expect([end([0, 100]), end([0, 20], [40, 60]), end()]).toEqual([null, 60, 0])
})

it('times are whole samples, neighbors without a gap, at any rate', () => {
  const spans = [
    { startMs: 0, endMs: 333 },
    { startMs: 333, endMs: 1_000 },
  ]
  expect(samplesOf(spans, 44_100)).toEqual(ranges([[0, 14_685], [14_685, 44_100]])) // prettier-ignore
  const part = { startMs: 500, endMs: 2_000 }
  expect(atRate(keptPart(part, 3_000, 16_000), 44_100)).toEqual(keptPart(part, 3_000, 44_100))
  expect(keptPart(undefined, 3_000, 8_000).spans).toEqual(ranges([[0, 24_000]]))
})
