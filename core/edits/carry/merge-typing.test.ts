import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTyping } from './merge-typing.ts'

describe('mergeTyping', () => {
  it('keeps letters that two people write into one word', () => {
    expect(mergeTyping('went', 'awent', 'wents')).toBe('awents')
    expect(mergeTyping('went', 'wents', 'awent')).toBe('awents')
    expect(mergeTyping(' went', ' we nt', ' wet')).toBe(' we t')
  })

  it('keeps together what each writes at one place, key by key', () => {
    expect(mergeTyping('Oh', 'aOh', 'qOh')).toBe('aqOh')
    expect(mergeTyping('aOh', 'aaOh', 'aqOh')).toBe('aaqOh')
    expect(mergeTyping('qOh', 'qqOh', 'aaqOh')).toBe('aaqqOh')
  })

  it('finds its place among changes of theirs in front and behind', () => {
    expect(mergeTyping('zzzqqNobody', 'zzzzqqNobody', 'xxxzzzqqqNobody')).toBe('xxxzzzzqqqNobody')
    expect(mergeTyping('zzzqqNobody', 'zzqqNobody', 'xxxzzzqqqNobody')).toBe('xxxzzqqqNobody')
    expect(mergeTyping('went', 'wents', 'want')).toBe('wants')
  })

  it('takes away what either took away', () => {
    expect(mergeTyping('went', 'wen', 'wnt')).toBe('wn')
    expect(mergeTyping('went', 'wen', 'we')).toBe('we')
    expect(mergeTyping('went', 'we', 'wen')).toBe('we')
    expect(mergeTyping('went', 'wt', 'w')).toBe('w')
  })

  it('is at odds where one wrote in what the other took away, or put something in its place', () => {
    expect(mergeTyping('went', 'weent', '')).toBeNull()
    expect(mergeTyping('went', '', 'weent')).toBeNull()
    expect(mergeTyping('went', 'sent', 'want')).toBeNull()
    expect(mergeTyping('went', 'wents', 'ran')).toBeNull()
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
        // Each of the others typed their words somewhere.
        const theirs = others
          .slice(0, theirCount)
          .reduce(
            (words, word, index) => words.toSpliced((theirGaps[index] ?? 0) % (words.length + 1), 0, word),
            old,
          )
        const at = textOf(old.slice(0, ownGap)).length
        const change = { at, removed: 0, inserted: ` ${own}` }
        const mine = textOf(old.toSpliced(ownGap, 0, own))
        const merged = mergeTyping(textOf(old), mine, textOf(theirs), undefined, change)
        expect(merged?.trim().split(' ').sort(byText)).toEqual(all.toSorted(byText))
      }),
      { numRuns: 1_000 },
    )
  })
})

const textOf = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('')
const byText = (a: string, b: string): number => (a < b ? -1 : 1)
