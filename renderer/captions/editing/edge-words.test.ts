import { expect, test } from 'vitest'
import { edgeWords, unquoted } from './edge-words.ts'

test.each([
  ['One iron, and it was mine.', 'One', 'mine.'],
  ['“Yes,” she said, “no.”', 'Yes,', 'no.'],
  ['«\u202Fbon\u202F»', 'bon', 'bon'],
  ['«\u00A0Oui\u00A0», dit-elle\u202F?', 'Oui,', 'dit-elle\u202F?'],
  ['"a\nb"', 'a', 'b'],
  ['', '', ''],
  ['»', '»', '»'],
])('%s is quoted once on a button', (text, first, last) => {
  expect(edgeWords(text)).toEqual({ first, last })
})

test.each([
  ['“He said ‘yes’.”', 'He said ‘yes’.'],
  ['«\u202FL’atelier\u202F»', 'L’atelier'],
  ['“They left', 'They left'],
  ['“Yes,” she said, “no.”', '“Yes,” she said, “no.”'],
  ['l’atelier', 'l’atelier'],
])('%s between quotation marks is %s', (text, quoted) => {
  expect(unquoted(text)).toBe(quoted)
})
