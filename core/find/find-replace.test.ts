import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphText, type Transcript } from '../transcript/transcript.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { findAll, type FindOptions, replaceHits, replacementOf } from './find-replace.ts'
import { foldedText } from './folded-text.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'

const plain: FindOptions = {
  matchCase: false,
  wholeWord: false,
  accents: 'ignore',
  regularExpression: false,
}

function said(...texts: string[]): Transcript {
  const paragraphs = texts.map((text, index) =>
    paragraph(`p${index}`, null, saidWords(`c${index}`, text, index * 60_000)),
  )
  return { ...conversation([]), turns: [], paragraphs }
}

/** The text at each hit. */
function found(transcript: Transcript, query: string, options: Partial<FindOptions> = {}): string[] {
  return findAll(transcript, query, { ...plain, ...options }).map((hit) => {
    const home = transcript.paragraphs.find(({ id }) => id === hit.paragraphId)
    return paragraphText(home ?? { words: [] }).slice(hit.from, hit.to)
  })
}

function replaced(
  transcript: Transcript,
  query: string,
  by: string,
  options: Partial<FindOptions> = {},
): string[] {
  let made = 0
  const hits = findAll(transcript, query, { ...plain, ...options })
  const edits = replaceHits(transcript, hits, by, () => `r${made++}`)
  return applyEdits(transcript, edits).transcript.paragraphs.map(paragraphText)
}

describe('findAll', () => {
  it('goes by case, whole words and accents as told', () => {
    const transcript = said('Un été, un ETE et l’éténdard', 'un')
    expect(found(transcript, 'ete')).toEqual(['été', 'ETE', 'été'])
    expect(found(transcript, 'ete', { matchCase: true })).toEqual(['été', 'été'])
    expect(found(transcript, 'ete', { wholeWord: true })).toEqual(['été', 'ETE'])
    expect(found(transcript, 'été', { accents: 'exact' })).toEqual(['été', 'été'])
    expect(found(transcript, 'UN', { wholeWord: true })).toEqual(['Un', 'un', 'un'])
    expect(found(transcript, "l'ete")).toEqual(['l’été'])
    expect(found(transcript, '')).toEqual([])
  })

  it('takes an accent of its own with its letter, and half a ligature for nothing', () => {
    const apart = 'e\u0301te\u0301 d’un cœur'
    expect(found(said(apart), 'été')).toEqual(['e\u0301te\u0301'])
    expect(found(said(apart), 'te')).toEqual(['te\u0301'])
    expect(found(said(apart), 'coeur')).toEqual(['cœur'])
    expect(found(said(apart), 'co')).toEqual([])
    expect(found(said(apart), 'un\u00a0coeur')).toEqual(['un cœur'])
  })

  it('takes what looks like an expression as text, unless told', () => {
    expect(found(said('a.c abc (a.c)'), 'a.c')).toEqual(['a.c', 'a.c'])
    expect(found(said('a.c abc (a.c)'), 'a.c', { regularExpression: true })).toEqual(['a.c', 'abc', 'a.c'])
    expect(found(said('well, well'), '^well', { regularExpression: true })).toEqual(['well'])
    expect(found(said('a😀b'), 'x*', { regularExpression: true })).toEqual([])
    expect(found(said('C++ and c'), 'c++', { wholeWord: true })).toEqual(['C++'])
  })

  it.each(['(', 'a)(b', '[z-a]', '*'])('refuses %s, which is no expression', (query) => {
    expect(() => findAll(said('a'), query, { ...plain, regularExpression: true })).toThrow(
      expect.objectContaining({ name: 'FindRefused', reason: 'bad-expression' }),
    )
  })

  it('finds what a plain search of the text finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '.', '\\', '$'), maxLength: 30 })
    const query = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\\', '$'), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(letters, query, (text, wanted) => {
        const transcript = said(text)
        const spots: number[] = []
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
          spots.push(at)
        const hits = findAll(transcript, wanted, { ...plain, matchCase: true, accents: 'exact' })
        expect(hits.map((hit) => hit.from)).toEqual(spots)
        expect(found(transcript, wanted, { matchCase: true })).toEqual(spots.map(() => wanted))
      }),
    )
  })
})

describe('foldedText', () => {
  it('leads every place that is one back to where it was', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', 'e\u0301', 'œ', '’', '😀', '\u202f'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(text, (original) => {
        const folded = foldedText(original)
        let last = 0
        for (let at = 0; at <= folded.text.length; at += 1) {
          const place = folded.toOriginal(at)
          if (place === null) continue
          expect(foldedText(original.slice(0, place)).text).toBe(folded.text.slice(0, at))
          expect(place).toBeGreaterThanOrEqual(last)
          last = place
        }
        expect(folded.toOriginal(folded.text.length)).toBe(original.length)
      }),
    )
  })
})

describe('replaceHits', () => {
  it('makes one edit a paragraph, and each word keeps its time', () => {
    const transcript = said('the cat and the dog', 'nobody', 'the end')
    let made = 0
    const hits = findAll(transcript, 'the', { ...plain, wholeWord: true })
    const edits = replaceHits(transcript, hits, 'that', () => `r${made++}`)
    expect(edits.map((edit) => [edit.id, edit.paragraphId, edit.text])).toEqual([
      ['r0', 'p0', 'that cat and that dog'],
      ['r1', 'p2', 'that end'],
    ])
    const { transcript: after } = applyEdits(transcript, edits)
    const times = ({ paragraphs }: Transcript) =>
      paragraphs.map(({ words }) => words.map((word) => word.startMs))
    expect(times(after)).toEqual(times(transcript))
  })

  it('knows groups, with the accents of the text', () => {
    const transcript = said('Anne René, Léa Rose')
    expect(
      replaced(transcript, String.raw`(\w+) (r\w+)`, '$2 $1 [$&] $$ $3', { regularExpression: true }),
    ).toEqual(['René Anne [Anne René] $ $3, Rose Léa [Léa Rose] $ $3'])
    expect(replaced(transcript, 'Anne', '$1 $&')).toEqual(['$1 $& René, Léa Rose'])
    expect(replacementOf({ groups: ['ab', 'a'] }, '$12 $01 $1')).toBe('a2 a a')
  })

  it('takes a paragraph of which nothing is left away', () => {
    expect(replaced(said('um', 'um yes'), 'um', '')).toEqual([' yes'])
  })

  it('gives the text that a replacement in the text gives', () => {
    const text = fc.array(fc.constantFrom('the', 'The', 'other', 'a', 'été', 'the.'), {
      minLength: 1,
      maxLength: 12,
    })
    const by = fc.constantFrom('', 'x', 'two words', '$1', ' ')
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), by, (plan, replacement) => {
        const transcript = said(...plan.map((words) => words.join(' ')))
        const expected = transcript.paragraphs
          .map((each) => paragraphText(each).replaceAll(/the/giu, () => replacement))
          .filter((each) => each.trim() !== '')
        expect(replaced(transcript, 'the', replacement)).toEqual(expected)
      }),
    )
  })
})
