import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PaperPart, sheetsOf } from './paper-sheets.ts'
import { headPart, linePart, tablePart } from './parts.ts'

const said = (text: string, startsSheet = false): PaperPart => linePart('<p>', text, '</p>', { startsSheet })
const textsOf = (sheets: readonly (readonly PaperPart[])[]): string[][] =>
  sheets.map((parts) => parts.map(({ text }) => text))

it('starts a sheet where one is wanted and where no line is left', () => {
  expect(textsOf(sheetsOf([said('a'), said('b', true), said('c')]))).toEqual([['a'], ['b', 'c']])
  expect(sheetsOf([])).toEqual([])
  const lines = Array.from({ length: 100 }, (_, index) => said(`Line ${index}`))
  const sheets = sheetsOf(lines)
  expect(sheets).toHaveLength(3)
  expect(textsOf(sheets).flat()).toEqual(lines.map(({ text }) => text))
})

it('keeps a heading with two lines of its text, and continues a long paragraph', () => {
  const filled = Array.from({ length: 42 }, () => said('x'))
  const sheets = sheetsOf([...filled, headPart('h2', 'A chapter'), said('word '.repeat(200).trim())])
  expect(sheets).toHaveLength(2)
  expect(sheets[1]?.[0]?.text).toBe('A chapter')
  const long = 'word '.repeat(3_000).trim()
  const pages = textsOf(sheetsOf([said(long)]))
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.flat().join(' ')).toBe(long)
})

it('loses no part and no letter, and ends, whatever is to be shown', () => {
  const parts = fc.array(
    fc.oneof(
      fc
        .record({ text: fc.string({ maxLength: 9_000 }), starts: fc.boolean() })
        .map((one) => said(one.text, one.starts)),
      fc.string({ maxLength: 300 }).map((text) => headPart('h2', text)),
      fc.array(fc.tuple(fc.string()), { maxLength: 80 }).map((rows) => tablePart(rows)),
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(parts, (given) => {
      const shown = sheetsOf(given).flat()
      const plain = (all: readonly PaperPart[]): string =>
        all
          .map(({ open, text }) => (open === '<p>' ? text : open + text))
          .join('')
          .replaceAll(' ', '')
      expect(plain(shown)).toBe(plain(given))
    }),
    { numRuns: 50 },
  )
})
