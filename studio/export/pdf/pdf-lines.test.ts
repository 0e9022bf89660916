import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PdfFont } from './pdf-fonts.ts'
import { linesOf, type Typesetter } from './pdf-lines.ts'

const fonts = ['a', 'b'].map((name) => ({ name }) as PdfFont)

/** Letters one unit wide, digits in a separate font. */
const typesetter: Typesetter = {
  runs: (text) =>
    [...text.matchAll(/\d+|\D+/gu)].map(([part]) => ({ text: part, font: fonts[/\d/u.test(part) ? 1 : 0]! })),
  widthOf: (_font, size, text) => size * text.length,
}
const look = { face: 'regular', size: 1, color: 'black' } as const
const words = fc.array(fc.stringMatching(/^[a-z0-9-]{1,30}$/u), { minLength: 1, maxLength: 40 })

it('keeps every character in order, within the width', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (given, width) => {
      const text = given.join(' ')
      const lines = linesOf(typesetter, [{ ...look, text }], width)
      const shown = lines.map(({ parts }) => parts.map((part) => part.text).join(''))
      expect(shown.join('')).toBe(text)
      for (const line of shown) expect(line.trimEnd().length).toBeLessThanOrEqual(width)
      for (const { parts } of lines) {
        for (const [index, part] of parts.entries()) {
          const before = parts[index - 1]
          expect(part.x).toBe(before === undefined ? 0 : before.x + before.width)
        }
      }
    }),
  )
})

it('breaks lines between words, and in a word only where that is longer than a line', () => {
  const lines = linesOf(typesetter, [{ ...look, text: 'ab cd12 efghijklmn est-ce' }], 8)
  expect(lines.map(({ parts }) => parts.map(({ text }) => text).join(''))).toEqual([
    'ab cd12 ',
    'efghijkl',
    'mn est-',
    'ce',
  ])
})
