import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { termDoubts } from './term-doubts.ts'
import { parseTerms } from '../glossary/text-form.ts'

/** A word with its estimate after a colon: `Kondo:0.5`; of a person: `Kondo:me`; unknown: `Kondo:?`. */
function said(text: string, language = 'en') {
  const given = text.split(' ').map((word) => word.split(':'))
  const words = given.map(([letters = '', doubt], index): Word => ({
    id: `c.${index}`,
    before: ' ',
    text: letters,
    startMs: index * 300,
    endMs: index * 300 + 280,
    confidence: null,
    origin: doubt === 'me' ? 'edited' : 'recognised',
  }))
  const transcript: Transcript = {
    id: 't',
    recordingId: 'r',
    language,
    run: { program: '', version: '', models: [], settings: {} },
    speakers: [],
    turns: [],
    marks: [],
    paragraphs: [{ id: 'p', speakerId: null, language, kind: 'speech', words }],
  }
  const estimates = given.map(([, doubt = '0.03']) =>
    doubt === 'me' ? null : doubt === '?' ? ('unknown' as const) : Number(doubt),
  )
  return { transcript, estimates, words }
}

function offers(text: string, terms: string, language = 'en'): string[] {
  const { transcript, estimates, words } = said(text, language)
  return termDoubts(transcript, parseTerms(terms).terms, estimates).flatMap(({ reasons }) =>
    reasons.flatMap((reason) => {
      if (reason.reason !== 'near-glossary-term') return []
      const at = (id: string): number => words.findIndex((word) => word.id === id)
      const replaced = words.slice(at(reason.fromWordId), at(reason.toWordId) + 1).map((word) => word.text)
      return [`${replaced.join(' ')} → ${reason.correction}`]
    }),
  )
}

describe('termDoubts', () => {
  it.each([
    [
      'several words for one',
      'on ouvre par:0.3 au:0.3 lo:0.5 et puis',
      'Parolo',
      'fr',
      ['par au lo → Parolo'],
    ],
    ['a word for another', 'my neighbor Mr Kondo:0.4 has', 'Okonjo', 'en', ['Kondo → Okonjo']],
    ['two words for one', 'my neighbor Mr Oh:0.3 Kondo:0.5 has', 'Okonjo', 'en', ['Oh Kondo → Okonjo']],
    ['a term of two words', 'and Tamsin:0.2 Ray:0.3 said', 'Tamsin Wray', 'en', ['Tamsin Ray → Tamsin Wray']],
    [
      'one of two words is right',
      'Oh, Ebenezer:0.1 at:0.3 Demisoy:0.4 there',
      'Ebenezer\nEbenezer Ademesoye',
      'en',
      ['Ebenezer at Demisoy → Ebenezer Ademesoye'],
    ],
    [
      'a term in another language',
      'I met Foconnier:0.5 there',
      'Fauconnier [fr]',
      'en',
      ['Foconnier → Fauconnier'],
    ],
  ] as const)('offers a term: %s', (_, text, terms, language, expected) => {
    expect(offers(text, terms, language)).toEqual(expected)
  })

  it('keeps punctuation, elided articles and possessives', () => {
    expect(offers("as “Cintra's:0.5 hills", 'Sintra')).toEqual(["“Cintra's → “Sintra's"])
    expect(offers("le dernier jour d'Autrive,:0.5 je", 'Hauterive', 'fr')).toEqual([
      "d'Autrive, → d'Hauterive,",
    ])
    expect(offers("on a vu d'Artanian.:0.6 ici", "d'Artagnan", 'fr')).toEqual(["d'Artanian. → d'Artagnan."])
  })

  it('offers nothing for a term that is there, whatever its case, plural or form', () => {
    expect(offers('the parolo:0.9 and Parolos:0.9 and Paroli:0.9 here', 'Parolo / Paroli')).toEqual([])
    expect(offers("chez l'Okonjo:0.9 ici", 'Okonjo', 'fr')).toEqual([])
  })

  it('offers nothing for words that the model is sure of', () => {
    expect(offers('he has a clear idea of the parole', 'Claire\nParolo')).toEqual([])
    expect(offers('he has a clear:0.6 idea', 'Claire')).toEqual(['clear → Claire'])
  })

  it('offers less for a word that the recording has often', () => {
    const often = 'a barrel here, a barrel there, a barrel now,'
    expect(offers('take a barrel:0.5 home', 'Borrel')).toEqual(['barrel → Borrel'])
    expect(offers(`${often} take a barrel:0.5 home`, 'Borrel')).toEqual([])
  })

  it('offers nothing for words of a person, nor across the end of a sentence', () => {
    expect(offers('Mr Oh:0.5 Kondo:me has', 'Okonjo')).toEqual([])
    expect(offers('an Oak.:0.3 Fells:0.3 has', 'Oakfells')).toEqual([])
    expect(offers('an Oak:0.3 Fells:0.3 has', 'Oakfells')).toEqual(['Oak Fells → Oakfells'])
  })

  it('believes a person in what a term sounds like', () => {
    expect(offers('we use Cuban eighties for this', 'Kubernetes')).toEqual([])
    expect(offers('we use Cuban eighties for this', 'Kubernetes = Cuban eighties')).toEqual([
      'Cuban eighties → Kubernetes',
    ])
  })

  it('works for models that do not tell how sure they are', () => {
    expect(offers('the town of Cintra:? in', 'Sintra')).toEqual(['Cintra → Sintra'])
    expect(offers('a clear:? idea:? of:? it:?', 'Claire')).toEqual([])
  })

  it('gives places that do not overlap, whatever was said', () => {
    const syllable = fc.constantFrom(
      'pa',
      'ro',
      'lo',
      'oh',
      'kon',
      'do',
      'jo',
      'the',
      'Par',
      'Okonjo',
      'Parolo',
    )
    const word = fc.tuple(
      fc.array(syllable, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('0.03', '0.4', '0.8', '?', 'me'),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (given) => {
        const text = given.map(([parts, doubt]) => `${parts.join('')}:${doubt}`).join(' ')
        const { transcript, estimates, words } = said(text)
        const found = termDoubts(
          transcript,
          [{ text: 'Parolo' }, { text: 'Okonjo' }, { text: 'Paro Londo' }],
          estimates,
        )
        let next = 0
        for (const { fromWordId, toWordId } of found) {
          const from = words.findIndex(({ id }) => id === fromWordId)
          const to = words.findIndex(({ id }) => id === toWordId)
          expect(from).toBeGreaterThanOrEqual(next)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(estimates.slice(from, to + 1)).not.toContain(null)
          next = to + 1
        }
      }),
    )
  })
})
