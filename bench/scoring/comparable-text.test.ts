import { expect, test } from 'vitest'
import { comparableText } from './comparable-text.ts'

test('case, punctuation and hyphens do not count', () => {
  expect(comparableText('An ill-disposed, young MAN.')).toEqual(['an', 'ill', 'disposed', 'young', 'man'])
})

test('spelt letters are one word, however they are written', () => {
  for (const spelling of ['H_T_M_L_', 'H-T-M-L', 'H.T.M.L.', 'HTML']) {
    expect(comparableText(`a bit of ${spelling} goo`)).toEqual(['a', 'bit', 'of', 'html', 'goo'])
  }
  expect(comparableText('N_E_Z_ N_ E_ Z_.')).toEqual(['nez', 'n', 'e', 'z'])
})

test('murmurs are spelt in one way', () => {
  expect(comparableText('Mm-hmm.')).toEqual(['mmhmm'])
  expect(comparableText('Mm mm hmm')).toEqual(['mm', 'mmhmm'])
  expect(comparableText('Mhm')).toEqual(['mhm'])
  expect(comparableText('Uh-huh. Hm')).toEqual(['uhhuh', 'hmm'])
  expect(comparableText('OK')).toEqual(comparableText('Okay'))
})

test('notes of sounds are left out', () => {
  expect(comparableText("i'm saying [adif] words <VOCNOISE> yeah")).toEqual([
    "i'm",
    'saying',
    'words',
    'yeah',
  ])
})

test('apostrophes inside words stay, others go', () => {
  expect(comparableText("'cause l’accident ‘quoted’")).toEqual(['cause', "l'accident", 'quoted'])
  expect(comparableText('qu’« on ne devrait »')).toEqual(["qu'on", 'ne', 'devrait'])
})

test('numbers stay as written but for separators of thousands', () => {
  expect(comparableText('25 to 1,000 and 3.5')).toEqual(['25', 'to', '1000', 'and', '3', '5'])
})

test('titles are written out', () => {
  expect(comparableText('Mr. John')).toEqual(comparableText('mister john'))
})
