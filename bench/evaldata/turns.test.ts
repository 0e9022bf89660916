import { expect, test } from 'vitest'
import { parseRttm, parseUem } from './turns.ts'

test('turns of the one file that is asked for', () => {
  const text = `SPEAKER a 1 1.500 2.000 <NA> <NA> Ann <NA> <NA>
SPEAKER b 1 0.000 9.000 <NA> <NA> Bob <NA> <NA>
SPKR-INFO a 1 <NA> <NA> <NA> unknown Ann <NA>
`
  expect(parseRttm(text, 'a')).toEqual([{ speaker: 'Ann', start: 1.5, end: 3.5 }])
})

test('scored spans of the one file that is asked for', () => {
  expect(parseUem('a NA 0.000 30.000\nb NA 0 5\na NA 40 50.5\n', 'a')).toEqual([
    { start: 0, end: 30 },
    { start: 40, end: 50.5 },
  ])
})
