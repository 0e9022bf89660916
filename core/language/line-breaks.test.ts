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

describe.each([
  [
    'German',
    'de',
    [
      ['in der | Stadt', 'bound'],
      ['wir sind | gekommen', 'bound'],
      ['eine kleine | Werkstatt', 'bound'],
      ['sie erinnert | sich', 'bound'],
      ['eine Kiste | mit Karten', 'conjunction'],
      ['er ging nach Hause | weil es regnete', 'conjunction'],
      ['bei Frau | Keller', 'name'],
      ['mit Dr. | Keller', 'name'],
      ['am 14. | Juli', 'measure'],
      ['etwa 5 | Kilometer', 'measure'],
      ['spät, | aber', 'comma'],
      ['sie reparierte | gestern', 'plain'],
    ],
  ],
  [
    'Spanish',
    'es',
    [
      ['en el | taller', 'bound'],
      ['no | sabía', 'bound'],
      ['se ha | roto', 'bound'],
      ['una gran | historia', 'bound'],
      ['una caja | con fichas', 'conjunction'],
      ['nos fuimos | porque llovía', 'conjunction'],
      ['con la Sra. | Dubois', 'name'],
      ['durante 40 | años', 'measure'],
      ['reparaba | bicicletas', 'plain'],
    ],
  ],
  [
    'Italian',
    'it',
    [
      ['nella | bottega', 'bound'],
      ['l’ | officina', 'bound'],
      ['non | sapeva', 'bound'],
      ['non viene | mai', 'plain'],
      ['la prima | volta', 'bound'],
      ['una scatola | con le schede', 'conjunction'],
      ['con il sig. | Rossi', 'name'],
      ['per 40 | anni', 'measure'],
      ['riparava | biciclette', 'plain'],
    ],
  ],
  [
    'Portuguese',
    'pt',
    [
      ['na | oficina', 'bound'],
      ['não | sabia', 'bound'],
      ['uma boa | história', 'bound'],
      ['uma caixa | com fichas', 'conjunction'],
      ['fomos embora | porque chovia', 'conjunction'],
      ['com o Sr. | Silva', 'name'],
      ['durante 40 | anos', 'measure'],
      ['consertava | bicicletas', 'plain'],
    ],
  ],
] satisfies [string, string, [string, BreakKind][]][])('%s', (_name, language, cases) => {
  test.each(cases)('%s: %s', (text, kind) => expect(kindAt(text, language)).toBe(kind))
})

test('another language has punctuation, names and numbers, but no lists', () => {
  expect(kindAt('w tym | mieście', 'pl')).toBe('plain')
  expect(kindAt('z Anną | Nowak', 'pl')).toBe('name')
  expect(kindAt('około 5 | km', 'pl')).toBe('measure')
  expect(kindAt('późno, | ale', 'pl')).toBe('comma')
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
