import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMarks, f1, hasMarks, markedWords, MARKS, scoreMarks } from './marks.ts'

const marksOf = (text: string): string[] =>
  markedWords(text).map(({ word, marks }) => [word, ...[...marks].sort()].join(' '))

it('reads the marks after words and capitals at their start', () => {
  expect(marksOf('Well, is it? Yes… No!')).toEqual([
    'well capital comma',
    'is',
    'it end question',
    'yes capital end',
    'no capital end',
  ])
})

it('gives marks that stand alone to the word before, as in French', () => {
  expect(marksOf('« Vraiment ? » dit-il\u00A0: oui !')).toEqual([
    'vraiment capital end question',
    'dit',
    'il',
    'oui end',
  ])
})

it('takes neither shortened words nor spelt letters for ends, nor the English pronoun for a capital', () => {
  expect(marksOf("Mr. Hall and I'm H.T.M.L. there")).toEqual([
    'mister capital',
    'hall capital',
    'and',
    "i'm",
    'html capital',
    'there',
  ])
})

it('compares marks at the words that both texts have', () => {
  const counts = scoreMarks('Is it here? No, over there. Good.', 'Is it hear. No over, there.')
  // A word that is written differently keeps its place; a lost one loses no mark.
  expect(counts.end).toEqual({ reference: 2, text: 2, both: 2 })
  expect(counts.question).toEqual({ reference: 1, text: 0, both: 0 })
  expect(counts.comma).toEqual({ reference: 1, text: 1, both: 0 })
  expect(counts.capital).toEqual({ reference: 2, text: 2, both: 2 })
  expect(f1(counts.end)).toBe(1)
  expect(f1(counts.question)).toBe(0)
  expect(f1({ reference: 3, text: 1, both: 1 })).toBe(0.5)
})

it('does not compare the capital of a different word', () => {
  expect(scoreMarks('so Sheila said', 'so Shayla said').capital).toEqual({ reference: 0, text: 0, both: 0 })
})

it('adds the counts of several texts', () => {
  const one = scoreMarks('Yes, no.', 'Yes no.')
  expect(addMarks([one, one]).comma).toEqual({ reference: 2, text: 0, both: 0 })
  expect(addMarks([]).end).toEqual({ reference: 0, text: 0, both: 0 })
})

it('knows references without punctuation or capitals', () => {
  expect(hasMarks('Right. Okay.')).toBe(true)
  expect(hasMarks('And so my fellow Americans')).toBe(false)
  expect(hasMarks('la tierra ¿cierto?')).toBe(false)
})

it('finds every mark of a text that is compared with itself, and never more than either has', () => {
  const word = fc.constantFrom('yes', 'No', 'Anna', 'dit-il', '25', 'l’eau')
  const token = fc
    .tuple(word, fc.constantFrom('', ',', '.', '?', '!', '…', ' ?', '”'))
    .map((parts) => parts.join(''))
  const text = fc.array(token, { maxLength: 20 }).map((tokens) => tokens.join(' '))
  fc.assert(
    fc.property(text, text, (one, other) => {
      for (const mark of MARKS) {
        const same = scoreMarks(one, one)[mark]
        expect([same.text, same.both]).toEqual([same.reference, same.reference])
        const { reference, text: written, both } = scoreMarks(one, other)[mark]
        expect(both).toBeLessThanOrEqual(Math.min(reference, written))
      }
    }),
  )
})
