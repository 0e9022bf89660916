import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAfterStop } from './sentence-stops.ts'
import { typedCapitals } from './typed-capitals.ts'

/** Types keys one by one at `|`; `<` deletes the letter before. Returns the resulting text. */
function typed(start: string, keys: string, language = 'en'): string {
  let caret = start.indexOf('|')
  let text = start.replace('|', '')
  let raised: readonly number[] = []
  for (const key of keys) {
    const from = key === '<' ? caret - 1 : caret
    text = text.slice(0, from) + (key === '<' ? '' : key) + text.slice(caret)
    const change = { from, to: key === '<' ? from : from + 1, removed: key === '<' ? 1 : 0 }
    caret = change.to
    const changes = typedCapitals(text, change, raised, language, key !== '<')
    raised = changes.raised
    for (const { at, letter } of changes.letters) text = text.slice(0, at) + letter + text.slice(at + 1)
  }
  return text
}

describe('the word after a stop that is typed', () => {
  it.each([
    ['we went home| then we slept', '.', 'we went home. Then we slept'],
    ['is it| yes', '?', 'is it? Yes'],
    ['so did I| then', '.', 'so did I. Then'],
    ['it was 2010| then', '.', 'it was 2010. Then'],
    ['we went home|then', '. ', 'we went home. Then'],
    ['we went home| then', '. It was late.', 'we went home. It was late. Then'],
    ['we went home| then', '. It was late', 'we went home. It was late then'],
    ['we went home| then', '.<', 'we went home then'],
    ['we went home| then', '.<,', 'we went home, then'],
    ['he said home| “then', '.', 'he said home. “then'],
  ])('%s and %s', (start, keys, end) => expect(typed(start, keys)).toBe(end))

  it.each([
    ['Mr| smith', '.'],
    ['we saw e.g| animals', '.'],
    ['we saw |animals', 'e.g. '],
    ['well| then', '…'],
    ['well| then', '...'],
    ['it was 3|5 m', '.'],
    ['my| iPhone', '.'],
    ['write to| anna@example.org', '.'],
    ['it is on| parolo.org now', '.'],
    ['we went home| Then', '.'],
    ['cats, dogs etc| and so on', '.'],
    ['we went home| then', ','],
  ])('%s and %s leaves the case alone', (start, keys) =>
    expect(typed(start, keys)).toBe(start.replace('|', keys)),
  )

  it('in French', () => {
    expect(typed('on est rentrés| ensuite', '.', 'fr')).toBe('on est rentrés. Ensuite')
    expect(typed('ça va|\u00A0? oui', '', 'fr')).toBe('ça va\u00A0? oui')
    expect(typed('ça va| oui', '\u202F?', 'fr')).toBe('ça va\u202F? Oui')
    expect(typed('on dort| à midi', '.', 'fr')).toBe('on dort. À midi')
    expect(typed('on dort| l’après-midi', '.', 'fr')).toBe('on dort. L’après-midi')
    for (const [start, keys] of [
      ['M| dupont', '.'],
      ['des fruits, p. ex| une pomme', '.'],
      ['des fruits, |une pomme', 'p. ex. '],
      ['il y a d’env| trois', '.'],
    ] as const)
      expect(typed(start, keys, 'fr')).toBe(start.replace('|', keys))
  })

  it('keeps a capital that the person typed, or whose word was changed since', () => {
    expect(typed('we went home.| Then', '<')).toBe('we went home Then')
    // The caret moves to the end of the word, a key is typed there, and it moves back.
    const raised = typedCapitals('home. then', { from: 4, to: 5, removed: 0 }, [], 'en', true)
    expect(raised).toEqual({ letters: [{ at: 6, letter: 'T' }], raised: [6] })
    const grown = typedCapitals('home. Thence', { from: 10, to: 12, removed: 0 }, raised.raised, 'en', true)
    expect(grown).toEqual({ letters: [], raised: [] })
    const apart = typedCapitals('home. Then so', { from: 11, to: 13, removed: 0 }, raised.raised, 'en', true)
    expect(apart.raised).toEqual([6])
    // The range is removed with the word.
    expect(typedCapitals('home', { from: 4, to: 4, removed: 6 }, [6], 'en', false)).toEqual({
      letters: [],
      raised: [],
    })
  })

  it('keeps the capital of what a paragraph begins with', () => {
    const split = typedCapitals('Then', { from: 0, to: 0, removed: 6 }, [6], 'en', false)
    expect(split).toEqual({ letters: [], raised: [] })
  })
})

it('whatever is typed, only the case of letters changes, and only of those told', () => {
  const piece = fc.constantFrom('. ', ' ', 'then', 'Then', 'e.g', '.', '?', '…', '3', 'M', '\n', 'ß', '“')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.nat(40),
      piece,
      fc.nat(3),
      fc.array(fc.nat(40), { maxLength: 3 }),
      (pieces, place, inserted, removed, raised) => {
        const before = pieces.join('')
        const from = Math.min(place, before.length)
        const cut = Math.min(removed, before.length - from)
        const text = before.slice(0, from) + inserted + before.slice(from + cut)
        const change = { from, to: from + inserted.length, removed: cut }
        const { letters, raised: kept } = typedCapitals(text, change, raised, 'en', true)
        let now = text
        for (const { at, letter } of letters) {
          expect(letter).toHaveLength(1)
          now = now.slice(0, at) + letter + now.slice(at + 1)
        }
        expect(now.toLowerCase()).toBe(text.toLowerCase())
        for (const at of kept) expect(now.charAt(at)).toMatch(/\p{Lu}/u)
        for (const at of kept) expect(isAfterStop(now, at, 'en')).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
