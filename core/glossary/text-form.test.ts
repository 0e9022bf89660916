import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_TERM_LENGTH, MAX_TERMS, mergeTerms, type Term } from './term.ts'
import { parseTerms, printTerms } from './text-form.ts'

describe('parseTerms', () => {
  it('reads terms with forms, language and what they sound like', () => {
    const text =
      '\u{FEFF}# Names\r\nParolo = par au lo, parole  eau\n\n- AC/DC\nSaint-Malo / St-Malo [fr] = saint malo\n'
    expect(parseTerms(text)).toEqual({
      terms: [
        { text: 'Parolo', soundsLike: ['par au lo', 'parole eau'] },
        { text: 'AC/DC' },
        { text: 'Saint-Malo', forms: ['St-Malo'], language: 'fr', soundsLike: ['saint malo'] },
      ],
      badLines: [],
    })
  })

  it('tells lines that are no terms, with their numbers', () => {
    const long = 'x'.repeat(MAX_TERM_LENGTH + 1)
    const { terms, badLines } = parseTerms(
      `Okonjo\n= who\n***\n${long}\none two three four five six seven\nOK = …`,
    )
    expect(terms).toEqual([{ text: 'Okonjo' }])
    expect(badLines).toEqual([
      { line: 2, text: '= who', problem: 'no-term' },
      { line: 3, text: '***', problem: 'no-word' },
      { line: 4, text: long, problem: 'too-long' },
      { line: 5, text: 'one two three four five six seven', problem: 'too-long' },
      { line: 6, text: 'OK = …', problem: 'no-word' },
    ])
  })

  it('makes one term of lines that differ only in case, and stops at the limit', () => {
    expect(parseTerms('Parolo = a\nparolo = b, A').terms).toEqual([
      { text: 'Parolo', soundsLike: ['a', 'b'] },
    ])
    const many = Array.from({ length: MAX_TERMS + 1 }, (_, index) => `name${index}`).join('\n')
    const { terms, badLines } = parseTerms(`${many}\nname0 = again`)
    expect(terms).toHaveLength(MAX_TERMS)
    expect(badLines).toEqual([{ line: MAX_TERMS + 1, text: `name${MAX_TERMS}`, problem: 'too-many-terms' }])
  })

  it('reads what printTerms writes', () => {
    const word = fc.stringMatching(/^[a-zA-Zéà][a-zA-Zéà'0-9-]{0,9}$/u)
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const term = fc
      .record({
        text: phrase,
        forms: fc.array(phrase, { maxLength: 3 }),
        soundsLike: fc.array(phrase, { maxLength: 3 }),
      })
      .map((made): Term => made)
    fc.assert(
      fc.property(
        fc.array(term, { maxLength: 8 }),
        fc.constantFrom(undefined, 'fr', 'en'),
        (given, language) => {
          const terms = mergeTerms(
            given.map((one) => (language === undefined ? one : { ...one, language })),
            [],
          )
          const tidy = mergeTerms(parseTerms(printTerms(terms)).terms)
          expect(parseTerms(printTerms(terms)).badLines).toEqual([])
          expect(parseTerms(printTerms(tidy)).terms).toEqual(tidy)
          expect(tidy.map(({ text }) => text)).toEqual(terms.map(({ text }) => text))
        },
      ),
    )
  })

  it('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { terms } = parseTerms(text)
        expect(parseTerms(printTerms(terms)).badLines).toEqual([])
      }),
    )
  })
})
