import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asFloats, madeSound } from '../sound/testing/made-sound.ts'
import { goldens } from '../speakers/testing/golden.ts'
import { type Chunk, planChunks } from './plan.ts'

const limits = { oneSpeakerSeconds: 15, mixedSeconds: 6, joinSeconds: 2 }
const silence = (_start: number, count: number): Float32Array => new Float32Array(count)
const region = (start: number, end: number, localSpeaker = 0) => ({
  startSample: start * 16_000,
  endSample: end * 16_000,
  localSpeaker,
})
const seconds = (chunks: readonly Chunk[]): number[][] =>
  chunks.map((chunk) => [chunk.startSample / 16_000, chunk.endSample / 16_000, chunk.localSpeaker])

for (const golden of goldens) {
  const sound = asFloats(madeSound(golden.sampleCount))
  for (const { limits: own, chunks } of golden.reference.chunks) {
    test(`${golden.name} as the reference, up to ${own.oneSpeakerSeconds} s`, () => {
      const read = (start: number, count: number): Float32Array => sound.slice(start, start + count)
      const planned = planChunks(golden.reference.regions, read, own).map((chunk) => ({
        startSample: chunk.startSample,
        endSample: chunk.endSample,
        localSpeaker: chunk.localSpeaker,
        regions: chunk.regions.map(({ startSample, endSample }) => [startSample, endSample]),
      }))
      expect(planned).toEqual(chunks)
    })
  }
}

test('no regions, no chunks', () => {
  expect(planChunks([], silence, limits)).toEqual([])
})

test('one speaker: joined up to 15 s over pauses under 2 s', () => {
  expect(seconds(planChunks([region(0, 5), region(6, 12), region(13, 16)], silence, limits))).toEqual([
    [0, 12, 0],
    [13, 16, 0],
  ])
  expect(planChunks([region(0, 1), region(3, 4)], silence, limits)).toHaveLength(2)
})

test('several speakers: joined up to 6 s, as a mixed chunk', () => {
  const chunks = planChunks(
    [region(0, 2), region(2, 4, 1), region(4, 5.5), region(5.5, 7, 1)],
    silence,
    limits,
  )
  expect(seconds(chunks)).toEqual([
    [0, 5.5, -1],
    [5.5, 7, 1],
  ])
  expect(chunks[0]?.regions).toHaveLength(3)
})

test('a longer region is cut at its quietest place, and the cut is remembered', () => {
  const read = (start: number, count: number): Float32Array =>
    Float32Array.from({ length: count }, (_, index) => (Math.abs(start + index - 163_000) < 500 ? 0 : 0.5))
  const [left, right, ...others] = planChunks([region(0, 20)], read, limits)
  expect(others).toEqual([])
  expect(left).toMatchObject({ startSample: 0, cutBefore: false, cutAfter: true })
  expect(right).toMatchObject({ endSample: 320_000, cutBefore: true, cutAfter: false })
  expect(left?.endSample).toBe(right?.startSample)
  expect(Math.abs((left?.endSample ?? 0) - 163_000)).toBeLessThan(500)
})

test('chunks hold all speech once, in order, and none is longer than it may be', () => {
  const regions = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 800, max: 700_000 }), fc.nat(2)), {
      maxLength: 20,
    })
    .map((parts) => {
      let end = 0
      return parts.map(([pause, length, localSpeaker]) => {
        const startSample = end + pause
        end = startSample + length
        return { startSample, endSample: end, localSpeaker }
      })
    })
  fc.assert(
    fc.property(
      regions,
      fc.integer({ min: 2, max: 30 }),
      fc.integer({ min: 2, max: 10 }),
      (own, one, mixed) => {
        const chunks = planChunks(own, silence, {
          oneSpeakerSeconds: one,
          mixedSeconds: mixed,
          joinSeconds: 2,
        })
        const speech = (spans: readonly { startSample: number; endSample: number }[]): number =>
          spans.reduce((sum, span) => sum + span.endSample - span.startSample, 0)
        expect(speech(chunks.flatMap((chunk) => chunk.regions))).toBe(speech(own))
        for (const [index, chunk] of chunks.entries()) {
          expect(chunk.startSample).toBeGreaterThanOrEqual(chunks[index - 1]?.endSample ?? 0)
          expect(chunk.endSample - chunk.startSample).toBeLessThanOrEqual(Math.max(one, mixed) * 16_000)
          expect(chunk.regions[0]?.startSample).toBe(chunk.startSample)
          expect(chunk.regions.at(-1)?.endSample).toBe(chunk.endSample)
        }
      },
    ),
    { numRuns: 50 },
  )
})
