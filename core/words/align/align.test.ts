import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts } from './align.ts'
import { pairTexts } from './pairs.ts'

const words = fc.array(fc.constantFrom('a', 'A', 'b', 'c', 'c,', 'dog', 'dot', '...'), { maxLength: 25 })

/** Length of the longest common subsequence by the textbook table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0)
  for (const one of a) {
    const next: number[] = []
    b.forEach((other, index) => {
      const diagonal = index > 0 ? (row[index - 1] ?? 0) : 0
      const best = Math.max(row[index] ?? 0, next[index - 1] ?? 0)
      next.push(one === other ? Math.max(best, diagonal + 1) : best)
    })
    row = next
  }
  return row.at(-1) ?? 0
}

/** As above, with 3 for the same word and 2 for one that differs in case. */
function dearestCommon(a: readonly string[], b: readonly string[]): number {
  let row = [0, ...b.map(() => 0)]
  for (const one of a) {
    const next = [0]
    b.forEach((other, index) => {
      const alike = one.toLowerCase() === other.toLowerCase() ? 2 : 0
      const worth = one === other ? 3 : alike
      next.push(Math.max(row[index + 1] ?? 0, next[index] ?? 0, (row[index] ?? 0) + worth))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

describe('alignTexts', () => {
  it('rises on both sides and matches only what is alike', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        let old = -1
        let place = -1
        for (const match of alignTexts(a, b)) {
          expect(match.old).toBeGreaterThan(old)
          expect(match.new).toBeGreaterThan(place)
          expect(a[match.old] === b[match.new]).toBe(match.exact)
          expect((a[match.old] ?? '').toLowerCase().replace(',', '')).toBe(
            (b[match.new] ?? '').toLowerCase().replace(',', ''),
          )
          old = match.old
          place = match.new
        }
      }),
    )
  })

  it('finds the longest common part', () => {
    const plain = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(alignTexts(a, b)).toHaveLength(longestCommon(a, b))
      }),
    )
  })

  it('finds the dearest common part where words of a text were replaced one by one', () => {
    const replaced = fc
      .array(fc.constantFrom('a', 'A', 'b', 'B', 'c', 'd'), { minLength: 1, maxLength: 30 })
      .chain((text) =>
        fc.tuple(
          fc.constant(text),
          fc.array(fc.constantFrom('', 'a', 'B', 'x'), { minLength: text.length, maxLength: text.length }),
        ),
      )
    fc.assert(
      fc.property(replaced, ([text, newItems]) => {
        const changed = text.map((word, index) => newItems[index] || word)
        const worth = alignTexts(text, changed).reduce((sum, { exact }) => sum + (exact ? 3 : 2), 0)
        expect(worth).toBe(dearestCommon(text, changed))
      }),
    )
  })

  it('prefers the same word to one that differs in case', () => {
    expect(alignTexts(['The', 'the'], ['the'])).toEqual([{ old: 1, new: 0, exact: true }])
  })

  it('aligns 20,000 words, with changes, or with nothing in common but case', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `w${(index * 7919) % 3000}`)
    const changed = text.flatMap((word, index) => {
      if (index % 50 === 0) return []
      return index % 31 === 0 ? [`x${index}`, word] : [word]
    })
    const matches = alignTexts(text, changed)
    expect(matches.length).toBeGreaterThan(19_000)
    expect(
      alignTexts(
        text,
        text.map((word) => word.toUpperCase()),
      ).length,
    ).toBe(20_000)
    expect(
      alignTexts(
        text,
        text.map((word) => `${word}z`),
      ),
    ).toEqual([])
  })
})

describe('pairTexts', () => {
  it('holds every word of both texts in exactly one stretch', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        let old = 0
        let place = 0
        for (const stretch of pairTexts(a, b)) {
          expect([stretch.oldFrom, stretch.newFrom]).toEqual([old, place])
          const isOne = stretch.oldTo - old === 1 && stretch.newTo - place === 1
          expect(isOne).toBe(stretch.kind !== 'replaced')
          old = stretch.oldTo
          place = stretch.newTo
        }
        expect([old, place]).toEqual([a.length, b.length])
      }),
    )
  })

  it('pairs a misspelt word with its correction though another word came in beside it', () => {
    const kinds = pairTexts(['helo', 'end'], ['well', 'hello', 'end']).map(({ kind }) => kind)
    expect(kinds).toEqual(['replaced', 'changed', 'equal'])
  })
})
