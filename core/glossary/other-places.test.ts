import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { changedWords, madeCorrection } from './changed-words.ts'
import { correctPlaces, otherPlaces } from './other-places.ts'

const said = (texts: readonly string[], language = 'en'): Transcript => ({
  ...conversation([]),
  language,
  paragraphs: texts.map((text, index) => ({
    ...paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 20_000)),
    language,
  })),
})

/**
 * Changes the first paragraph to `text`; returns the other paragraphs' texts after the same correction, null
 * if nothing is corrected.
 */
function corrected(before: Transcript, text: string): string[] | null {
  const edit = replaceTextEdit(before, { id: 'typed', paragraphId: 'p0', text })
  const { transcript } = applyEdits(before, [edit])
  const [old, now] = [before.paragraphs[0]?.words ?? [], transcript.paragraphs[0]?.words ?? []]
  const made = madeCorrection(changedWords(old, now), now, before.language)
  if (made === null) return null
  const places = otherPlaces(transcript, made)
  let id = 0
  const edits = correctPlaces(transcript, places, () => `o${id++}`)
  const after = applyEdits(transcript, edits).transcript
  expect(lint(after)).toEqual([])
  return places.length === 0 ? null : after.paragraphs.slice(1).map(paragraphText)
}

describe('the same words elsewhere', () => {
  it('are corrected with their punctuation and possessives', () => {
    const before = said(['then Kondo came', 'Mr Kondo, yes.', 'It was “kondo’s”, Kondo Kondo', 'No Kondor.'])
    expect(corrected(before, 'then Okonjo came')).toEqual([
      'Mr Okonjo, yes.',
      'It was “Okonjo’s”, Okonjo Okonjo',
      'No Kondor.',
    ])
  })

  it('several words become one and one several', () => {
    expect(
      corrected(said(['the par oh low team', 'A par oh low, no. Par oh. Low']), 'the Parolo team'),
    ).toEqual(['A Parolo, no. Par oh. Low'])
    expect(corrected(said(['in newyork now', 'newyork']), 'in New York now')).toEqual(['New York'])
  })

  it('an elided article stays in French', () => {
    expect(corrected(said(['chez Condo hier', 'l’avis d’Condo\u202F!'], 'fr'), 'chez Okonjo hier')).toEqual([
      'l’avis d’Okonjo\u202F!',
    ])
  })

  it('keep the capital of the beginning of a sentence', () => {
    const before = said(['I saw there house', 'There house. He took there house'])
    expect(corrected(before, 'I saw their house')).toEqual(['Their house. He took their house'])
    expect(corrected(said(['a plaice to go', 'Plaice of mine. Yes. Plaice']), 'a place to go')).toEqual([
      'Place of mine. Yes. Place',
    ])
    // "Plaice" was corrected at the start of a sentence, so whether the capital belongs to the word is
    // unknown.
    expect(corrected(said(['Plaice to go', 'a plaice. Plaice']), 'Place to go')).toEqual(['a plaice. Place'])
  })

  it('of which the case alone was corrected are corrected within sentences', () => {
    expect(corrected(said(['the senate met', 'a senate. Senate. Senate senate']), 'the Senate met')).toEqual([
      'a Senate. Senate. Senate Senate',
    ])
    expect(corrected(said(['the senate met', 'the senate']), 'the senate, met')).toBeNull()
    expect(corrected(said(['it ended there it', 'it ended']), 'it ended there. It')).toBeNull()
  })
})

describe('no place', () => {
  it.each([
    ['of a word that only joins others', ['we sat in it', 'in in in'], 'we sat on it'],
    ['where words were added', ['then Kondo came', 'then'], 'then Mr Kondo came'],
    ['where words were removed', ['then Kondo came', 'Kondo'], 'then came'],
  ])('%s', (_, texts, text) => expect(corrected(said(texts), text)).toBeNull())

  it('that a person wrote, accepted, or that is in another language', () => {
    const before = said(['then Kondo came', 'Kondo one', 'Kondo two', 'Kondo three'])
    const [first, one, two, three] = before.paragraphs
    if (first === undefined || one === undefined || two === undefined || three === undefined)
      throw new Error()
    const written = { ...one, words: one.words.map((word) => ({ ...word, origin: 'written' as const })) }
    const others = [first, written, two, { ...three, language: 'fr' }]
    const mark = { id: 'm', kind: 'accepted' as const, fromWordId: 'c2.0', toWordId: 'c2.1', value: null }
    expect(corrected({ ...before, paragraphs: others, marks: [mark] }, 'then Okonjo came')).toBeNull()
  })
})

it('whatever is said, other words keep text, id and times', () => {
  const word = fc.constantFrom('Kondo', 'kondo,', 'the', 'par', 'low.', '“Kondo”', '-', 'Kondo’s')
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('Okonjo', 'Ngozi Okonjo'),
      (texts, name) => {
        const transcript = said(['then Kondo came', ...texts])
        const made = { heard: ['Kondo'], text: name, language: 'en', isAtStart: false }
        const places = otherPlaces(transcript, made)
        const edits = correctPlaces(transcript, places, () => `o`)
        const after = applyEdits(
          transcript,
          edits.map((edit, index) => ({ ...edit, id: `o${index}` })),
        ).transcript
        expect(lint(after)).toEqual([])
        const known = new Map(transcriptWords(transcript).map((each) => [each.id, each]))
        const kept = transcriptWords(after).filter(({ origin }) => origin === 'recognised')
        for (const each of kept) expect(known.get(each.id)).toEqual(each)
        expect(otherPlaces(after, made)).toEqual([])
        expect(kept.length).toBe(known.size - places.length)
      },
    ),
    { numRuns: 200 },
  )
})
