import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bothTyped } from './both-typed.ts'

describe('bothTyped', () => {
  it('keeps letters that two people write into one word', () => {
    expect(bothTyped('went', 'awent', 'wents')).toBe('awents')
    expect(bothTyped('went', 'wents', 'awent')).toBe('awents')
    expect(bothTyped(' went', ' we nt', ' wet')).toBe(' we t')
  })

  it('keeps together what each writes at one place, key by key', () => {
    expect(bothTyped('Oh', 'aOh', 'qOh')).toBe('aqOh')
    expect(bothTyped('aOh', 'aaOh', 'aqOh')).toBe('aaqOh')
    expect(bothTyped('qOh', 'qqOh', 'aaqOh')).toBe('aaqqOh')
  })

  it('finds its place among changes of theirs in front and behind', () => {
    expect(bothTyped('zzzqqNobody', 'zzzzqqNobody', 'xxxzzzqqqNobody')).toBe('xxxzzzzqqqNobody')
    expect(bothTyped('zzzqqNobody', 'zzqqNobody', 'xxxzzzqqqNobody')).toBe('xxxzzqqqNobody')
    expect(bothTyped('went', 'wents', 'want')).toBe('wants')
  })

  it('takes away what either took away', () => {
    expect(bothTyped('went', 'wen', 'wnt')).toBe('wn')
    expect(bothTyped('went', 'wen', 'we')).toBe('we')
    expect(bothTyped('went', 'we', 'wen')).toBe('we')
    expect(bothTyped('went', 'wt', 'w')).toBe('w')
  })

  it('is at odds where one wrote in what the other took away, or put something in its place', () => {
    expect(bothTyped('went', 'weent', '')).toBeNull()
    expect(bothTyped('went', '', 'weent')).toBeNull()
    expect(bothTyped('went', 'sent', 'want')).toBeNull()
    expect(bothTyped('went', 'wents', 'ran')).toBeNull()
  })
})

describe('words that begin alike, written beside one another', () => {
  const typed = fc.uniqueArray(
    fc.nat(99).map((number) => `typed${number}x`),
    { minLength: 2, maxLength: 9 },
  )

  it('stay whole where it is known what was written', () => {
    fc.assert(
      fc.property(typed, fc.nat(4), fc.nat(9), fc.array(fc.nat(9)), (all, theirCount, gap, theirGaps) => {
        const [own = '', ...others] = all
        const old = others.slice(theirCount)
        const ownGap = gap % (old.length + 1)
        // Theirs wrote each of their words somewhere.
        const theirs = others
          .slice(0, theirCount)
          .reduce(
            (words, word, index) => words.toSpliced((theirGaps[index] ?? 0) % (words.length + 1), 0, word),
            old,
          )
        const at = textOf(old.slice(0, ownGap)).length
        const change = { at, removed: 0, inserted: ` ${own}` }
        const mine = textOf(old.toSpliced(ownGap, 0, own))
        const merged = bothTyped(textOf(old), mine, textOf(theirs), undefined, change)
        expect(merged?.trim().split(' ').sort(byText)).toEqual(all.toSorted(byText))
      }),
      { numRuns: 1_000 },
    )
  })
})

const textOf = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('')
const byText = (a: string, b: string): number => (a < b ? -1 : 1)
