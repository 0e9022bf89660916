import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareWord, hitParts } from './hit-parts.ts'

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
