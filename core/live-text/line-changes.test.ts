import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineChanges } from './line-changes.ts'
import { liveWords } from './testing/live-lines.ts'

describe('what a person changed in a line', () => {
  it('is the words that differ, and no others', () => {
    const words = liveWords('The fare is on the seventh, I think.')
    expect(lineChanges(words, 'The fair is on the seventh, I think.', 'en')).toEqual([
      { from: 1, to: 2, text: 'fair' },
    ])
    expect(lineChanges(words, 'The spring fair is on the 7th.', 'en')).toEqual([
      { from: 1, to: 2, text: 'spring fair' },
      { from: 5, to: 8, text: '7th.' },
    ])
    expect(lineChanges(words, 'The fare is really on the seventh, I think.', 'en')).toEqual([
      { from: 3, to: 3, text: 'really' },
    ])
    expect(lineChanges(words, '', 'en')).toEqual([{ from: 0, to: 8, text: '' }])
    expect(lineChanges(words, 'The fare is on the seventh, I think.', 'en')).toEqual([])
  })

  it('made in the words gives the new text', () => {
    const text = fc.array(fc.constantFrom('a', 'be', 'see', 'Dee', 'e,', 'eff.'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (old, wanted) => {
        const words = liveWords(old.join(' '))
        const made: string[] = [...old]
        for (const { from, to, text: said } of lineChanges(words, wanted.join(' '), 'en').toReversed())
          made.splice(from, to - from, ...(said === '' ? [] : [said]))
        expect(made.join(' ')).toBe(wanted.join(' '))
      }),
      { numRuns: 200 },
    )
  })
})
