import { describe, expect, test } from 'vitest'
import { breakBefore, endsSentence, type BreakKind } from './line-breaks.ts'

/** What the break at `|` cuts. */
function kindAt(text: string, language: string): BreakKind {
  const [left = '', right = ''] = text.split(' | ')
  const words = left.split(' ')
  return breakBefore([...words, ...right.split(' ')], words.length, language)
}

describe('English', () => {
  test.each<[string, BreakKind]>([
    ['It was late. | We left.', 'sentence'],
    ['“Really?” | she said', 'clause'],
    ['three things: | the date', 'clause'],
    ['first of all, | the date', 'comma'],
    ['we went home | because it rained', 'conjunction'],
    ['a box | with tickets', 'conjunction'],
    ['people | repaired bicycles', 'plain'],
    ['in the | workshop', 'bound'],
    ['I don’t | know', 'bound'],
    ['recorded | it at home', 'bound'],
    ['called Rosa | Keller', 'name'],
    ['on Mill | Street', 'name'],
    ['with Mr. | Keller', 'name'],
    ['by J. | Keller', 'name'],
    ['for 41 | years', 'measure'],
    ['the 14th | of June', 'quantity'],
    ['on June | 14', 'measure'],
    ['about 300 | tickets', 'quantity'],
    ['some 20 | %', 'measure'],
    ['with Sam | I went', 'plain'],
  ])('%s: %s', (text, kind) => expect(kindAt(text, 'en')).toBe(kind))
})

describe('French', () => {
  test.each<[string, BreakKind]>([
    ['Vraiment\u202F? | Toute seule', 'sentence'],
    ['dans l’ | atelier', 'bound'],
    ['une | histoire', 'bound'],
    ['il ne | vient', 'bound'],
    ['il ne vient | pas', 'bound'],
    ["il n'y en a | jamais", 'bound'],
    ['il vient, | pas elle', 'comma'],
    ['un cas | pas simple', 'plain'],
    ['tenu par Madame | Dubois', 'name'],
    ['avec M. | Dubois', 'name'],
    ['le 14 | juillet', 'measure'],
    ['3\u202F000 | €', 'measure'],
    ['pendant 40 | ans', 'measure'],
    ['une boîte | avec des fiches', 'conjunction'],
    ['cet ancien | atelier', 'bound'],
  ])('%s: %s', (text, kind) => expect(kindAt(text, 'fr')).toBe(kind))
})

test('another language has punctuation, names and numbers, but no lists', () => {
  expect(kindAt('in der | Stadt', 'de')).toBe('plain')
  expect(kindAt('bei Frau | Keller', 'de')).toBe('name')
  expect(kindAt('etwa 5 | km', 'de')).toBe('measure')
  expect(kindAt('spät, | aber', 'de')).toBe('comma')
})

test('a region of a language has its lists', () => {
  expect(kindAt('in the | workshop', 'en-GB')).toBe('bound')
  expect(kindAt('une | histoire', 'fr_CA')).toBe('bound')
})

test('a point after a title, or before a small letter, ends no sentence', () => {
  expect(endsSentence('Dr.', 'Keller', 'en')).toBe(false)
  expect(endsSentence('etc.', 'and', 'en')).toBe(false)
  expect(endsSentence('home.', 'We', 'en')).toBe(true)
  expect(endsSentence('（好。）', '我', 'zh')).toBe(true)
})
