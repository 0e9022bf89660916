import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderWith, positionsFor } from './paragraph-positions.ts'

const at = (id: string, position: number, startMs: number | null = position * 1000) => ({
  id,
  position,
  startMs,
})

describe('orderWith', () => {
  const existing = [at('a', 1), at('b', 2), at('c', 3)]

  it('puts a new paragraph where its time is', () => {
    expect(orderWith(existing, [{ id: 'n', startMs: 2500 }], new Set())).toEqual(['a', 'b', 'n', 'c'])
    expect(orderWith(existing, [{ id: 'n', startMs: 0 }], new Set())).toEqual(['n', 'a', 'b', 'c'])
    expect(orderWith(existing, [{ id: 'n', startMs: 9000 }], new Set())).toEqual(['a', 'b', 'c', 'n'])
  })

  it('leaves a known paragraph where it is, whatever its time', () => {
    expect(orderWith(existing, [{ id: 'a', startMs: 9000 }], new Set())).toEqual(['a', 'b', 'c'])
  })

  it('puts new paragraphs together in the place of those that they replace', () => {
    const added = [
      { id: 'b', startMs: 2000 },
      { id: 'n', startMs: 0 },
    ]
    expect(orderWith(existing, added, new Set(['b', 'c']))).toEqual(['a', 'b', 'n'])
    expect(orderWith(existing, added, new Set(['a']))).toEqual(['b', 'n', 'c'])
    expect(orderWith(existing, added, new Set(['a', 'b', 'c']))).toEqual(['b', 'n'])
  })

  it('lets a paragraph without words follow what it came with', () => {
    const added = [
      { id: 'm', startMs: 1500 },
      { id: 'note', startMs: null },
    ]
    expect(orderWith(existing, added, new Set())).toEqual(['a', 'm', 'note', 'b', 'c'])
    expect(orderWith(existing, [{ id: 'note', startMs: null }], new Set())).toEqual(['a', 'b', 'c', 'note'])
  })
})

describe('positionsFor', () => {
  it('changes no position that fits', () => {
    const known = new Map([
      ['a', 1],
      ['b', 2],
    ])
    expect([...positionsFor(['a', 'x', 'y', 'b'], known)]).toEqual([
      ['a', 1],
      ['x', 1 + 1 / 3],
      ['y', 1 + 2 / 3],
      ['b', 2],
    ])
    expect([...positionsFor(['x', 'a', 'b', 'y'], known).values()]).toEqual([0, 1, 2, 3])
  })

  it('counts anew when a gap is used up', () => {
    let positions = new Map([
      ['a', 1],
      ['z', 2],
    ])
    let order = ['a', 'z']
    for (let number = 0; number < 200; number += 1) {
      order = ['a', `n${number}`, ...order.slice(1)]
      positions = positionsFor(order, positions)
      const values = [...positions.values()]
      expect(values).toEqual([...new Set(values)].sort((one, other) => one - other))
    }
  })

  it('rises in the given order, whatever was known', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 3 })),
        fc.dictionary(fc.string({ maxLength: 3 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
        (order, known) => {
          const positions = positionsFor(order, new Map(Object.entries(known)))
          expect([...positions.keys()]).toEqual(order)
          const values = [...positions.values()]
          expect(values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))).toBe(true)
        },
      ),
    )
  })
})
