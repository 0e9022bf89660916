import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareWord, hitParts, namedParts } from './hit-parts.ts'

const marked = (snippet: string, ...words: string[]): string =>
  hitParts(snippet, words)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('')

describe('hitParts', () => {
  it('marks whole words, wherever they stand', () => {
    expect(marked('one iron, irons and iron.', 'iron')).toBe('one [iron], irons and [iron].')
    expect(marked('…l’été où j’ai été', 'été')).toBe('…l’[été] où j’ai [été]')
  })

  it('takes signs as they are', () => {
    expect(marked('C++ (really) C', 'C++', '(really)')).toBe('[C++] [(really)] C')
  })

  it('prefers the longer of two', () => {
    expect(marked('New York', 'New', 'New York')).toBe('[New York]')
  })

  it('leaves out nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (snippet, words) => {
        expect(
          hitParts(snippet, words)
            .map(({ text }) => text)
            .join(''),
        ).toBe(snippet)
      }),
    )
  })
})

it('bareWord takes the signs around a word away', () => {
  expect(bareWord('“soldering,”')).toBe('soldering')
  expect(bareWord('«\u00A0Ça')).toBe('Ça')
  expect(bareWord('…')).toBe('')
})

describe('namedParts', () => {
  const markedName = (name: string, typed: string) =>
    namedParts(name, typed)
      .filter(({ hit }) => hit)
      .map(({ text }) => text)

  it('marks what was typed, whatever accents and case, the last word begun', () => {
    expect(markedName('Réunion du comité', 'reunion')).toEqual(['Réunion'])
    expect(markedName('Réunion du comité', 'comite reun')).toEqual(['Réunion', 'comité'])
    expect(markedName('Réunion du comité', 'reun comité')).toEqual(['comité'])
    expect(markedName('Réunion'.normalize('NFD'), 'réunion')).toEqual(['Réunion'.normalize('NFD')])
  })

  it('loses nothing of a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, typed) => {
        expect(
          namedParts(name, typed)
            .map(({ text }) => text)
            .join(''),
        ).toBe(name)
      }),
    )
  })
})
