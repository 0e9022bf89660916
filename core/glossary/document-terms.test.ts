import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentTerms } from './document-terms.ts'
import { parseTerms } from './text-form.ts'

const termsOf = (text: string): string[] =>
  documentTerms(text).map(({ text: own, count }) => `${own} ${count}`)

it('names, runs of them and abbreviations, the most frequent first', () => {
  const text = `Minutes of Tuesday. The chair, Ngozi Okonjo, opened the meeting with Mr Adeyemi.
We tried Parolo on the recordings of Vincent van Gogh’s letters; Parolo writes WebVTT and SRT.
Nobody at UNESCO knew that it was the house. Parolo was praised. The house is old.`
  expect(termsOf(text)).toEqual([
    'Parolo 3',
    'Adeyemi 1',
    'Ngozi Okonjo 1',
    'SRT 1',
    'UNESCO 1',
    'Vincent van Gogh 1',
    'WebVTT 1',
  ])
})

it('brackets and quotation marks end a name', () => {
  const text = 'It was read by Priya Raghunathan (RHS) and by Ada “Kondo” Okonjo.'
  expect(termsOf(text)).toEqual(['Ada 1', 'Kondo 1', 'Okonjo 1', 'Priya Raghunathan 1', 'RHS 1'])
})

it('in French, with elided articles', () => {
  const text = `Le lundi, nous avons vu avec les gens de l’Assemblée que la rue de la Paix est dans le plan de Mme Lefèvre.
Il a parlé d’Émilie Lefèvre. Émilie est venue avec eux, et elle est du Havre. Les gens sont dans la rue.`
  expect(termsOf(text)).toEqual(['Assemblée 1', 'Havre 1', 'Lefèvre 1', 'Paix 1', 'Émilie Lefèvre 1'])
})

it('no titles in capitals, no words that begin sentences alone, no known terms', () => {
  expect(
    termsOf('HOW TO MAKE BREAD AT HOME\nMaking Bread With Old Dough And Water\nYesterday we ate it.'),
  ).toEqual([])
  expect(documentTerms('we saw that the Okonjo team was there', [{ text: 'okonjo' }])).toEqual([])
})

it('whatever a document holds, each proposal is a line of a glossary', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (pieces) => {
      for (const { text } of documentTerms(pieces.join(' '))) {
        const { terms, badLines } = parseTerms(text.replaceAll(/[#=/[\]]/gu, ''))
        expect(terms.length + badLines.length).toBeLessThanOrEqual(1)
      }
    }),
  )
})
