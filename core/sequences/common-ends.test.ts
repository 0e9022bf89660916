import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonEnds, commonEndsAt, commonTextEnds, middleOf } from './common-ends.ts'

// Few kinds of items, so that long ends are common and repeat.
const list = fc.array(fc.nat(2), { maxLength: 12 })
/** `😀` shares the first half of its surrogate pair with `😁`, and the second with the last one. */
const characters = fc.array(fc.constantFrom('a', 'b', '😀', '😁', '\u{1FA00}'), { maxLength: 12 })

describe('the common ends of two lists', () => {
  it('are equal, do not overlap, and leave a difference at both ends of what is between', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const ends = commonEnds(one, other)
        const { head, tail } = ends
        expect(head + tail).toBeLessThanOrEqual(Math.min(one.length, other.length))
        expect(one.slice(0, head)).toEqual(other.slice(0, head))
        expect(one.slice(one.length - tail)).toEqual(other.slice(other.length - tail))
        const [a, b] = [middleOf(one, ends), middleOf(other, ends)]
        if (a.length > 0 && b.length > 0) {
          expect(a[0]).not.toBe(b[0])
          expect(a.at(-1)).not.toBe(b.at(-1))
        }
      }),
    )
  })

  it('are the same by the indexes of their items', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const byIndex = commonEndsAt(one.length, other.length, (at, place) => one[at] === other[place])
        expect(byIndex).toEqual(commonEnds(one, other))
      }),
    )
  })

  it('are found by a given equality', () => {
    const records = (items: readonly number[]) => items.map((id) => ({ id }))
    fc.assert(
      fc.property(list, list, (one, other) => {
        const [a, b] = [records(one), records(other)]
        expect(commonEnds(a, b, (x, y) => x.id === y.id)).toEqual(commonEnds(one, other))
        expect(commonEnds(a, b)).toEqual({ head: 0, tail: 0 })
      }),
    )
  })
})

describe('the common ends of two texts', () => {
  it('are those of their characters, so that no surrogate pair is cut', () => {
    fc.assert(
      fc.property(characters, characters, (one, other) => {
        const { head, tail } = commonEnds(one, other)
        expect(commonTextEnds(one.join(''), other.join(''))).toEqual({
          head: one.slice(0, head).join('').length,
          tail: one.slice(one.length - tail).join('').length,
        })
      }),
    )
  })

  it('keep both halves of an emoji that only shares one with what it becomes', () => {
    const ends = commonTextEnds('So 😀!', 'So 😁!')
    expect([middleOf('So 😀!', ends), middleOf('So 😁!', ends)]).toEqual(['😀', '😁'])
    expect(middleOf('\u{1FA00}!', commonTextEnds('😀!', '\u{1FA00}!'))).toBe('\u{1FA00}')
  })

  it('do not overlap either where pairs are broken', () => {
    const units = fc.array(fc.constantFrom('\uD83D', '\uDE00', '\uD83E', 'a'), { maxLength: 8 })
    const broken = units.map((each) => each.join(''))
    fc.assert(
      fc.property(broken, broken, (one, other) => {
        const { head, tail } = commonTextEnds(one, other)
        expect(Math.min(head, tail)).toBeGreaterThanOrEqual(0)
        expect(head + tail).toBeLessThanOrEqual(Math.min(one.length, other.length))
      }),
    )
  })
})
