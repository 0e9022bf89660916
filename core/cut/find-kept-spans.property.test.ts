import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FrameGrid } from '../frames/video-frames.ts'
import { CutClock } from './cut-clock.ts'
import { cutWordIds } from './cut-runs.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { cutSpans, joinsOf } from './joins.ts'
import { keptMs, keptSamples } from './kept-spans.ts'
import { randomCut } from './testing/random-cuts.ts'

it('spans are in order and apart, within the recording and its trim; what is kept and what is cut are the whole', () => {
  fc.assert(
    fc.property(randomCut, (wanted) => {
      const { kept } = findKeptSpans(wanted)
      let last = -1
      for (const { startSample, endSample } of kept.spans) {
        expect(Number.isSafeInteger(startSample) && Number.isSafeInteger(endSample)).toBe(true)
        expect(startSample).toBeGreaterThan(last)
        expect(endSample).toBeGreaterThan(startSample)
        last = endSample
      }
      expect(last).toBeLessThanOrEqual(kept.lengthSamples)
      const cutMs = cutSpans(kept).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
      expect(cutMs + (keptSamples(kept) * 1_000) / kept.rate).toBeCloseTo(
        (kept.lengthSamples * 1_000) / kept.rate,
        4,
      )
      if (wanted.part === undefined) return
      const sampleMs = 1_000 / kept.rate
      for (const { startSample, endSample } of kept.spans) {
        expect(startSample * sampleMs).toBeGreaterThan(wanted.part.startMs - 1.01 * sampleMs)
        expect(endSample * sampleMs).toBeLessThan(wanted.part.endMs + 1.01 * sampleMs)
      }
    }),
    { numRuns: 500 },
  )
})

it('each kept word is inside exactly one kept span, as far as trim leaves it, to the sample or to the frame’s rounding', () => {
  fc.assert(
    fc.property(randomCut, (wanted) => {
      const { kept } = findKeptSpans(wanted)
      const cut = cutWordIds(wanted.transcript)
      const sampleMs = 1_000 / kept.rate
      // At the edge of a trim a video loses up to a frame.
      const lossMs =
        wanted.part === undefined || wanted.frames === undefined
          ? sampleMs
          : (1_000 * wanted.frames.denominator) / wanted.frames.numerator + sampleMs
      for (const word of wanted.transcript.paragraphs.flatMap(({ words }) => words)) {
        if (cut.has(word.id)) continue
        const startMs = Math.max(word.startMs, wanted.part?.startMs ?? 0)
        const endMs = Math.min(word.endMs, wanted.part?.endMs ?? wanted.durationMs)
        if (endMs - startMs <= 2 * lossMs) continue
        const around = kept.spans.filter(
          ({ startSample, endSample }) =>
            startSample * sampleMs < endMs - lossMs && endSample * sampleMs > startMs + lossMs,
        )
        expect(around).toHaveLength(1)
        expect(around[0]?.startSample).toBeLessThanOrEqual((startMs + lossMs) / sampleMs + 0.01)
        expect(around[0]?.endSample).toBeGreaterThanOrEqual((endMs - lossMs) / sampleMs - 0.01)
      }
    }),
    { numRuns: 500 },
  )
})

/** 12.5 frames a second, which no other film of these tests has. */
const film: FrameGrid = { numerator: 25, denominator: 2, nominal: 13, drops: false, firstUs: 20_000 }

it('with a video every edge is where a frame begins, and the cut is as long as its frames', () => {
  fc.assert(
    fc.property(randomCut, (wanted) => {
      const frames = wanted.frames ?? film
      const { kept } = findKeptSpans({ ...wanted, frames })
      const exact = (frame: number): number =>
        (frames.firstUs / 1_000 + (frame * 1_000 * frames.denominator) / frames.numerator) *
        (kept.rate / 1_000)
      const frameAt = (sample: number): number =>
        Math.round(
          ((sample * 1_000) / kept.rate - frames.firstUs / 1_000) *
            (frames.numerator / frames.denominator / 1_000),
        )
      let sum = 0
      for (const { startSample, endSample } of kept.spans) {
        const [first, last] = [frameAt(startSample), frameAt(endSample)]
        if (startSample > 0) expect(Math.abs(exact(first) - startSample)).toBeLessThanOrEqual(1.01)
        if (endSample < kept.lengthSamples)
          expect(Math.abs(exact(last) - endSample)).toBeLessThanOrEqual(1.51)
        if (startSample > 0 && endSample < kept.lengthSamples) sum += exact(last) - exact(first)
        else sum += NaN
      }
      const offBy = Number.isNaN(sum) ? 0 : Math.abs(keptSamples(kept) - sum)
      expect(offBy).toBeLessThanOrEqual(0.51)
    }),
    { numRuns: 500 },
  )
})

it('times go into the cut and back: those that are kept to themselves, those that are cut to a join', () => {
  fc.assert(
    fc.property(randomCut, fc.array(fc.nat(20_000), { maxLength: 20 }), (wanted, times) => {
      const { kept } = findKeptSpans(wanted)
      const clock = new CutClock(kept)
      let last = -1
      for (const ms of times.toSorted((a, b) => a - b)) {
        const { ms: cutMs, isKept } = clock.exactCutTime(ms)
        expect(cutMs).toBeGreaterThanOrEqual(last)
        expect(cutMs).toBeLessThanOrEqual(clock.lengthMs)
        last = cutMs
        const sample = (ms * kept.rate) / 1_000
        const inSpan = kept.spans.some(
          ({ startSample, endSample }) => sample >= startSample - 1e-6 && sample < endSample - 1e-6,
        )
        expect(isKept).toBe(inSpan)
        if (isKept) expect(clock.exactWholeTime(cutMs)).toBeCloseTo(ms, 4)
        else if (kept.spans.length > 0) {
          const back = (clock.exactWholeTime(cutMs) * kept.rate) / 1_000
          const edges = kept.spans.flatMap(({ startSample, endSample }) => [startSample, endSample])
          expect(edges.some((edge) => Math.abs(edge - back) < 0.01)).toBe(true)
        }
      }
      expect(Math.round(clock.lengthMs)).toBe(keptMs(kept))
    }),
    { numRuns: 500 },
  )
})

it('there is one join fewer than spans, and its fades are within what is cut', () => {
  fc.assert(
    fc.property(randomCut, (wanted) => {
      const { kept } = findKeptSpans(wanted)
      const joins = joinsOf(kept)
      expect(joins).toHaveLength(Math.max(0, kept.spans.length - 1))
      const clock = new CutClock(kept)
      for (const { atSample, endSample, startSample, fadeSamples } of joins) {
        expect(2 * fadeSamples).toBeLessThanOrEqual(startSample - endSample)
        expect(fadeSamples).toBeGreaterThanOrEqual(0)
        const atMs = (atSample * 1_000) / kept.rate
        expect((clock.exactWholeTime(atMs, 'before') * kept.rate) / 1_000).toBeCloseTo(endSample, 3)
        expect((clock.exactWholeTime(atMs, 'after') * kept.rate) / 1_000).toBeCloseTo(startSample, 3)
      }
    }),
    { numRuns: 300 },
  )
})
