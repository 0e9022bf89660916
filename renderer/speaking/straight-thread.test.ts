import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { straightThread } from './straight-thread.ts'

const threads = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90_000 }), fc.nat(5_000)), { minLength: 1, maxLength: 400 })
  .map((turns) => {
    let at = 0
    return {
      id: 's',
      turns: turns.map(([length, pause]) => {
        const startMs = at
        at += length + pause
        return { startMs, endMs: startMs + length }
      }),
    }
  })
const lengthOf = (turn: { startMs: number; endMs: number }): number => turn.endMs - turn.startMs

describe('a thread pulled straight', () => {
  it('is as long as its share of the longest one’s time', () => {
    const own = { id: 's', turns: [{ startMs: 0, endMs: 500 }] }
    expect(straightThread(own, 1_000, 300).length).toBe(150)
    expect(straightThread(own, 500, 300).length).toBe(300)
  })

  it('has a stitch a turn, in order, side by side, inside its length', () => {
    fc.assert(
      fc.property(threads, fc.integer({ min: 20, max: 1_000 }), (thread, width) => {
        const longestMs = thread.turns.reduce((sum, turn) => sum + lengthOf(turn), 0)
        const { stitches, length } = straightThread(thread, longestMs, width)
        expect(stitches).toHaveLength(thread.turns.length)
        const edges = stitches.flatMap(({ from, to }) => [from, to])
        expect(edges).toEqual(edges.toSorted((a, b) => a - b))
        expect(edges[0]).toBeGreaterThanOrEqual(0)
        expect(edges.at(-1)).toBeLessThanOrEqual(length + 1e-6)
      }),
    )
  })

  it('has stitches as long as their turns beside one another', () => {
    fc.assert(
      fc.property(threads, (thread) => {
        const longestMs = thread.turns.reduce((sum, turn) => sum + lengthOf(turn), 0)
        const { stitches } = straightThread(thread, longestMs, 880)
        const perMs = stitches.map(
          ({ from, to }, index) => (to - from) / lengthOf(thread.turns[index] ?? thread.turns[0]!),
        )
        const [first = 0] = perMs
        for (const each of perMs) expect(each).toBeCloseTo(first, 6)
      }),
    )
  })

  it('has round ends where there is room, straight cuts with hundreds of turns', () => {
    const turns = (count: number) => ({
      id: 's',
      turns: Array.from({ length: count }, (_, index) => ({
        startMs: index * 2_000,
        endMs: index * 2_000 + 1_000,
      })),
    })
    expect(straightThread(turns(40), 40_000, 304).ends).toBe('round')
    expect(straightThread(turns(300), 300_000, 304).ends).toBe('butt')
  })

  it('is nothing for whoever was never heard', () => {
    expect(straightThread({ id: 's', turns: [] }, 1_000, 300)).toMatchObject({ length: 0, stitches: [] })
  })
})
