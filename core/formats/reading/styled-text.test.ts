import { expect, it } from 'vitest'
import { numpadOf, positionOfNumpad, runsOf, taggedText } from './styled-text.ts'

const line = { text: 'To be or not', italics: [{ from: 3, to: 5 }] }

it('parts a line where italics begin and end', () => {
  expect(runsOf(line)).toEqual([
    { text: 'To ', isItalic: false },
    { text: 'be', isItalic: true },
    { text: ' or not', isItalic: false },
  ])
  expect(runsOf({ text: 'To be' })).toEqual([{ text: 'To be', isItalic: false }])
  expect(taggedText(line, (text) => text.toUpperCase(), ['<i>', '</i>'])).toBe('TO <i>BE</i> OR NOT')
})

it('numbers places as the keys of a number pad', () => {
  for (const key of [1, 3, 4, 5, 6, 7, 8, 9]) {
    const place = positionOfNumpad(key)
    expect(place && numpadOf(place)).toBe(key)
  }
  expect(positionOfNumpad(8)).toEqual({ vertical: 'top', horizontal: 'center' })
  for (const none of [0, 2, 10, 1.5]) expect(positionOfNumpad(none)).toBeNull()
})
