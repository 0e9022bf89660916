import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { padChunks } from './pad.ts'
import type { Chunk } from './plan.ts'

const upTo = (endSample: number) => ({ startSample: 0, endSample })

const chunk = (startSample: number, endSample: number, cuts: Partial<Chunk> = {}): Chunk => ({
  startSample,
  endSample,
  localSpeaker: 0,
  regions: [{ startSample, endSample }],
  cutBefore: false,
  cutAfter: false,
  ...cuts,
})

test('pads into the pause, inside the recording', () => {
  expect(padChunks([chunk(1000, 50_000)], 0.15, upTo(51_000))).toEqual([
    { startSample: 0, sampleCount: 51_000 },
  ])
  expect(padChunks([chunk(10_000, 50_000)], 0.15, upTo(60_000))).toEqual([
    { startSample: 7600, sampleCount: 44_800 },
  ])
})

test('never out of the range that is listened to', () => {
  const range = { startSample: 9000, endSample: 20_500 }
  expect(padChunks([chunk(10_000, 20_000)], 0.15, range)).toEqual([
    { startSample: 9000, sampleCount: 11_500 },
  ])
})

test('at most to the middle of the pause to the next chunk', () => {
  expect(padChunks([chunk(0, 20_000), chunk(21_000, 40_000)], 0.4, upTo(40_000))).toEqual([
    { startSample: 0, sampleCount: 20_500 },
    { startSample: 20_500, sampleCount: 19_500 },
  ])
})

test('never past a cut, even where the chunk on its other side is gone', () => {
  const [only] = padChunks([chunk(10_000, 20_000, { cutBefore: true, cutAfter: true })], 0.4, upTo(40_000))
  expect(only).toEqual({ startSample: 10_000, sampleCount: 10_000 })
})

test('padded chunks hold their chunks, stay in the recording and never overlap', () => {
  const chunks = fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 90_000 }))).map((parts) => {
    let end = 0
    return parts.map(([pause, length]) => {
      const start = end + pause
      end = start + length
      return chunk(start, end)
    })
  })
  fc.assert(
    fc.property(chunks, fc.double({ min: 0, max: 2, noNaN: true }), fc.nat(9000), (own, pad, rest) => {
      const sampleCount = (own.at(-1)?.endSample ?? 0) + rest
      let end = 0
      for (const [index, span] of padChunks(own, pad, upTo(sampleCount)).entries()) {
        expect(span.startSample).toBeGreaterThanOrEqual(end)
        expect(span.startSample).toBeLessThanOrEqual(own[index]?.startSample ?? -1)
        end = span.startSample + span.sampleCount
        expect(end).toBeGreaterThanOrEqual(own[index]?.endSample ?? Infinity)
        expect(end).toBeLessThanOrEqual(sampleCount)
      }
    }),
  )
})
