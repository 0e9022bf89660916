import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { decodeText } from './text-encoding.ts'

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const all = mark ? `\uFEFF${text}` : text
  const bytes = new Uint8Array(all.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < all.length; index++)
    view.setUint16(index * 2, all.charCodeAt(index), !bigEndian)
  return bytes
}
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const encodings = (bytes: Uint8Array): string[] => decodeText(bytes).corrections.map(({ detail }) => detail)

it('reads any UTF-8, as Node does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = new TextEncoder().encode(text)
      fc.pre(!/\0/u.test(text))
      expect(decodeText(bytes)).toEqual({ text: text.toWellFormed(), corrections: [] })
    }),
  )
})

it('never fails, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeText(bytes).text.isWellFormed()).toBe(true)
    }),
  )
})

test.each([
  ['UTF-16LE', utf16('Où ça ? «\u00A0là\u00A0» 🙂', false, true)],
  ['UTF-16BE', utf16('Où ça ? «\u00A0là\u00A0» 🙂', true, true)],
  ['UTF-16LE', utf16('Où ça ? «\u00A0là\u00A0» 🙂', false, false)],
  ['UTF-16BE', utf16('Où ça ? «\u00A0là\u00A0» 🙂', true, false)],
])('%s with or without its mark', (name, bytes) => {
  expect(decodeText(bytes).text).toBe('Où ça ? «\u00A0là\u00A0» 🙂')
  expect(encodings(bytes)).toEqual([name])
})

test('windows-1252, with its own signs', () => {
  const bytes = latin1('L\x92\xE9t\xE9 \x85 10 \x80')
  expect(decodeText(bytes).text).toBe('L’été … 10 €')
  expect(encodings(bytes)).toEqual(['windows-1252'])
})

test('a wrong byte in UTF-8 costs only itself', () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('été à Orléans'), 0xe9])
  expect(decodeText(bytes).text).toBe('été à Orléansé')
  expect(encodings(bytes)).toEqual(['UTF-8, windows-1252'])
})

test('a byte order mark of UTF-8 is left for the reader, and a long text is whole', () => {
  const long = `\uFEFF${'été '.repeat(10_000)}`
  expect(decodeText(new TextEncoder().encode(long)).text).toBe(long)
})
