import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SoundBlock } from './block.ts'
import { sentBlocks } from './testing/tone.ts'
import { writtenFile } from './testing/written.ts'
import { Timeline } from './timeline.ts'

const START_MS = 1_800_000_000_000
const BLOCK = 480
const COUNT = 300
/** A sample's value is its frame plus one. */
const identity = (frame: number): number => frame + 1
const sent = (): SoundBlock[] =>
  sentBlocks({ startMs: START_MS, blockFrames: BLOCK, count: 60, sound: identity })

/** Every sample that is not silence is where it was captured. */
function expectInPlace(samples: Int16Array, mostOff = 0): void {
  const wrong = samples.findIndex(
    (sample, position) => sample !== 0 && Math.abs(sample - 1 - position) > mostOff,
  )
  expect([wrong, samples[wrong]]).toEqual([-1, undefined])
}

describe('the clock of a source', () => {
  it('puts every sample where it was captured, whatever blocks are lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 40 }), (lost) => {
        const arrived = sent().filter(({ sequence }) => !lost.includes(sequence))
        const { samples, entries } = writtenFile(arrived, new Timeline(START_MS))
        expectInPlace(samples)
        const silent = entries.reduce((sum, entry) => sum + (entry.kind === 'gap' ? entry.frames : 0), 0)
        const end = Math.max(0, ...arrived.map(({ sequence }) => sequence + 1))
        expect(silent).toBe((end - arrived.length) * BLOCK)
        expect(samples.length).toBe(end * BLOCK)
      }),
      { numRuns: 40 },
    )
  })

  it('drops repeats and puts blocks in order', () => {
    const moves = fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 0, max: 4 }), fc.boolean()), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(moves, (changes) => {
        const arrived = sent()
        for (const [at, by, isRepeat] of changes) {
          const [block] = arrived.splice(at, 1)
          if (block === undefined) continue
          arrived.splice(Math.min(arrived.length, at + by), 0, block)
          if (isRepeat) arrived.splice(Math.min(arrived.length, at + by + 9), 0, block)
        }
        const isFar = farthest(arrived) > 5
        fc.pre(!isFar)
        const { samples, entries } = writtenFile(arrived, new Timeline(START_MS))
        expect(samples.length).toBe(60 * BLOCK)
        expectInPlace(samples)
        expect(entries.filter(({ kind }) => kind !== 'time')).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('is not fooled by blocks that come late in a bunch', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 3, maxLength: 3 })
    // At the very start, delayed sound is indistinguishable from a source that begins late.
    const stalls = fc.array(fc.integer({ min: 60, max: 299 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(delays, stalls, (delaysMs, at) => {
        const blocks = sentBlocks({ startMs: START_MS, blockFrames: BLOCK, count: COUNT, sound: identity })
        // Until the delay is over, every block carries its arrival time.
        const arrived = blocks.map((block) => {
          const until = Math.max(
            ...at.map((sequence, index) => {
              const stalled = blocks[sequence]?.atMs ?? 0
              return block.sequence >= sequence ? stalled + (delaysMs[index] ?? 0) : 0
            }),
          )
          return { ...block, atMs: Math.max(block.atMs, until) }
        })
        const { samples, entries } = writtenFile(arrived, new Timeline(START_MS))
        expect(entries.filter(({ kind }) => kind === 'gap')).toEqual([])
        expectInPlace(samples.subarray(0, 32_000))
      }),
      { numRuns: 30 },
    )
  })
})

describe('two sources of one recording', () => {
  it('stay together through drift, delays, losses and pauses: each click is where it was heard', () => {
    const device = fc.record({
      rate: fc.integer({ min: 47_976, max: 48_024 }),
      lateMs: fc.nat(25),
      lost: fc.uniqueArray(fc.nat(LONG_COUNT - 1), { maxLength: 12 }),
    })
    const pauses = fc.array(
      fc.tuple(fc.integer({ min: 500, max: 3_000 }), fc.integer({ min: 100, max: 1_500 })),
      {
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(device, device, pauses, (one, other, breaks) => {
        const timeline = new Timeline(START_MS)
        let atMs = START_MS
        for (const [after, length] of breaks) {
          timeline.pause(atMs + after)
          timeline.resume(atMs + after + length)
          atMs += after + length
        }
        for (const { rate, lateMs, lost } of [one, other]) {
          const blocks = sentBlocks({
            startMs: START_MS,
            blockFrames: LONG_BLOCK,
            count: LONG_COUNT,
            deviceRate: rate,
            sound: (frame) => (frame % (rate / 2) < 20 ? 30_000 : 1),
          }).map((block) => ({ ...block, atMs: block.atMs + (block.sequence % 5 === 0 ? 0 : lateMs) }))
          const { samples } = writtenFile(
            blocks.filter(({ sequence }) => !lost.includes(sequence)),
            timeline,
          )
          const heard = clicksIn(samples)
          const expected = Array.from({ length: 22 }, (_, half) => timeline.frameAt(START_MS + half * 500))
          for (const click of heard) {
            const off = Math.min(...expected.map((frame) => Math.abs(frame - click)))
            expect(off).toBeLessThan(50 * 48)
          }
          expect(heard.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 15 },
    )
  })
})

const LONG_BLOCK = 2_400
/** 10 s. */
const LONG_COUNT = 200

function clicksIn(samples: Int16Array): number[] {
  const clicks: number[] = []
  for (let frame = 0; frame < samples.length; frame += 1) {
    if ((samples[frame] ?? 0) < 20_000) continue
    clicks.push(frame)
    frame += 2_000
  }
  return clicks
}

/** How many positions a block follows one with a higher number. */
function farthest(blocks: readonly SoundBlock[]): number {
  let [highest, far] = [-1, 0]
  const seen = new Set<number>()
  for (const { sequence } of blocks) {
    if (seen.has(sequence)) continue
    seen.add(sequence)
    far = Math.max(far, highest - sequence)
    highest = Math.max(highest, sequence)
  }
  return far
}
