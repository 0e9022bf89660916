import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalShards } from './shards.ts'

const HOUR = 3_600_000
const recording = fc.record({ id: fc.uuid(), durationMs: fc.integer({ min: 0, max: 4 * HOUR }) })
const recordings = fc.uniqueArray(recording, { maxLength: 200, selector: ({ id }) => id })
const sum = (some: readonly { durationMs: number }[]) =>
  some.reduce((all, { durationMs }) => all + durationMs, 0)

describe('shards', () => {
  it('have every recording once, none is empty, longest first throughout', () => {
    fc.assert(
      fc.property(recordings, fc.double({ min: 0.01, max: 50, noNaN: true }), (some, hours) => {
        const shards = equalShards(some, hours, ({ id }) => id)
        expect(
          shards
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(some.map(({ id }) => id).sort())
        const lengths = shards.map(sum)
        expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
        for (const shard of shards) {
          expect(shard.length).toBeGreaterThan(0)
          const within = shard.map(({ durationMs }) => durationMs)
          expect(within).toEqual([...within].sort((a, b) => b - a))
        }
      }),
    )
  })

  it('differ by no more than the longest recording', () => {
    fc.assert(
      fc.property(recordings, fc.double({ min: 0.5, max: 50, noNaN: true }), (some, hours) => {
        const lengths = equalShards(some, hours, ({ id }) => id).map(sum)
        const longest = some.reduce((most, { durationMs }) => Math.max(most, durationMs), 0)
        const difference = (lengths[0] ?? 0) - (lengths.at(-1) ?? 0)
        expect(difference).toBeLessThanOrEqual(longest)
      }),
    )
  })

  it('are the same in whatever order recordings come', () => {
    fc.assert(
      fc.property(recordings, (some) => {
        const order = ({ id }: { id: string }) => id
        expect(equalShards([...some].reverse(), 2.5, order)).toEqual(equalShards(some, 2.5, order))
      }),
    )
  })

  it('are as many as the hours need', () => {
    const tenMinutes = Array.from({ length: 60 }, (_, index) => ({ id: String(index), durationMs: HOUR / 6 }))
    const order = ({ id }: { id: string }) => id
    expect(equalShards(tenMinutes, 2.5, order).map((shard) => shard.length)).toEqual([15, 15, 15, 15])
    expect(equalShards(tenMinutes, 30, order)).toHaveLength(1)
    expect(equalShards([], 30, order)).toEqual([])
  })
})
