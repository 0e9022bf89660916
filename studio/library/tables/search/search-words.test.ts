import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ftsQuery, holdsWord, searchWordsOf, tokensOf } from './search-words.ts'

const finds = (typed: string, text: string): boolean =>
  searchWordsOf(typed).every((word) => holdsWord(tokensOf(text), word))

describe('words that are searched', () => {
  it('are found whatever accents and case, the last one begun', () => {
    expect(finds('reunion', 'Réunion du comité')).toBe(true)
    expect(finds('COMITÉ reun', 'Réunion du comité')).toBe(true)
    expect(finds('reun comite', 'Réunion du comité')).toBe(false)
    expect(finds("l'ecole", 'À l’École')).toBe(true)
    expect(finds('union', 'Réunion')).toBe(false)
  })

  it('make a query of their own order, signs alone left out', () => {
    expect(ftsQuery(searchWordsOf('école ! bud'))).toBe('"école" "bud" *')
    expect(ftsQuery(searchWordsOf('" * -'))).toBeNull()
  })

  it('in quotes follow one another, and are whole', () => {
    expect(finds('"old workshop"', 'the old workshop')).toBe(true)
    expect(finds('"old workshop"', 'an old, dusty workshop')).toBe(false)
    expect(finds('"old work"', 'the old workshop')).toBe(false)
    expect(finds('the « vieil atelier »', 'the Vieil Atelier')).toBe(true)
    expect(ftsQuery(searchWordsOf('in the “old  workshop” aga'))).toBe('"in" "the" "old  workshop" "aga" *')
    expect(ftsQuery(searchWordsOf('5" by 6"'))).toBe('"5""" "by" "6""" *')
    expect(ftsQuery(searchWordsOf('"" "old'))).toBe('"""old" *')
  })

  it('are found in any text that has them', () => {
    const word = fc.stringMatching(/^[a-zéàç0-9]{1,8}$/u)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), (text, pick) => {
        expect(finds(text[pick % text.length]?.toUpperCase() ?? '', text.join(', '))).toBe(true)
      }),
    )
  })
})
