import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Word } from '../transcript/transcript.ts'
import { frenchSpacing } from './spacing.ts'
import { spoken } from './testing/spoken.ts'

const texts = (words: readonly Word[]): string[] => words.map((word) => word.text)
const spaced = (text: string, language = 'fr'): string[] => texts(frenchSpacing(spoken(text), language))

describe('a mark that comes as a word of its own', () => {
  test('joins the word before with a thin space before ; ! ?', () => {
    expect(spaced('Vraiment ? Oui ! Bon ; alors ?!')).toEqual([
      'Vraiment\u202F?',
      'Oui\u202F!',
      'Bon\u202F;',
      'alors\u202F?!',
    ])
  })

  test('and with a no-break space before : % € »', () => {
    expect(spaced('ceci : 50 % et 3,5 € »')).toEqual(['ceci\u00A0:', '50\u00A0%', 'et', '3,5\u00A0€\u00A0»'])
  })

  test('« joins the word after', () => {
    expect(spaced('dit « bonjour » .')).toEqual(['dit', '«\u00A0bonjour\u00A0»', '.'])
    expect(spaced('fin «')).toEqual(['fin', '«'])
  })

  test('the word keeps id and times, and is as sure as the less sure of the two', () => {
    const [word, mark] = spoken('quoi ?') as [Word, Word]
    expect(frenchSpacing([word, { ...mark, confidence: 0.3 }], 'fr')).toEqual([
      { ...word, text: 'quoi\u202F?', confidence: 0.3 },
    ])
    expect(
      frenchSpacing(
        [
          { ...word, confidence: null },
          { ...mark, confidence: null },
        ],
        'fr',
      )[0]?.confidence,
    ).toBeNull()
  })

  test('at the very start it has nothing to join', () => {
    expect(spaced('? Oui')).toEqual(['?', 'Oui'])
  })
})

test('the same where the mark came inside the word', () => {
  expect(spaced('Quoi? «Oui!» suivant:')).toEqual([
    'Quoi\u202F?',
    '«\u00A0Oui\u202F!\u00A0»',
    'suivant\u00A0:',
  ])
  const [word] = spoken('x')
  expect(texts(frenchSpacing(word ? [{ ...word, text: 'Quoi ?' }] : [], 'fr-FR'))).toEqual(['Quoi\u202F?'])
})

test.each([
  '10:30',
  '1:2',
  '3,5',
  '10.000',
  '50%',
  'a@b.fr',
  'https://a.fr/?b=1;c:2',
  'www.a.fr/?b',
  'et/ou',
  "aujourd'hui",
])('nothing is put into %s', (text) => {
  expect(spaced(text)).toEqual([text])
})

test('the parts of a time stay apart as the model had them', () => {
  const words = spoken('10 : 30').map((word) => ({ ...word, before: '' }))
  expect(texts(frenchSpacing(words, 'fr'))).toEqual(['10', ':', '30'])
})

test('only French of France', () => {
  for (const language of ['en', 'de', 'und', 'fr-CA', 'fro']) {
    expect(spaced('Quoi ? Really! «Oui»', language)).toEqual(['Quoi', '?', 'Really!', '«Oui»'])
  }
})

test('doing it again changes nothing, and no letter, figure or mark is lost', () => {
  const parts = fc.array(
    fc.string({
      unit: fc.constantFrom(
        'a',
        'É',
        '1',
        '?',
        '!',
        ';',
        ':',
        '%',
        '€',
        '«',
        '»',
        '.',
        ',',
        '@',
        '/',
        '’',
        ')',
        '"',
        '\u202F',
      ),
      minLength: 1,
      maxLength: 5,
    }),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(parts, fc.array(fc.boolean()), (own, glued) => {
      const words = spoken(own.join(' ')).map((word, index) => ({
        ...word,
        before: glued[index] === true ? '' : ' ',
      }))
      const once = frenchSpacing(words, 'fr')
      expect(frenchSpacing(once, 'fr')).toEqual(once)
      const bare = (all: readonly Word[]): string => texts(all).join('').replace(/\s/gu, '')
      expect(bare(once)).toBe(bare(words))
    }),
    { numRuns: 3000 },
  )
})
