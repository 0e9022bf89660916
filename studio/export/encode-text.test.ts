import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textEncodings } from '#core/formats/output-options'
import { decodeText } from '#core/formats/reading/text-encoding'
import { encodeText } from './encode-text.ts'

const usual = { encoding: 'utf-8', byteOrderMark: false, lineEnds: 'lf' } as const
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('a text as bytes', () => {
  it('is read back as it was, in every encoding that has its characters', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'é', 'œ', '€', '’', ' ', '\n'), minLength: 1 })
    fc.assert(
      fc.property(letters, fc.constantFrom(...textEncodings), (text, encoding) => {
        // A few letters could also be valid UTF-8 by chance ("é€’"); a real caption file contains more that
        // are not.
        const whole = `WEBVTT ${text} ${'été '.repeat(text.length)}\n`
        const { bytes, replaced } = encodeText(whole, { ...usual, encoding })
        expect(replaced).toBe(0)
        expect(decodeText(bytes).text).toBe(whole)
      }),
    )
  })

  it('of any characters is read back from UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('utf-8', 'utf-16'), (text, encoding) => {
        const { bytes, replaced } = encodeText(`a${text}`, { ...usual, encoding })
        expect(replaced).toBe(0)
        expect(new TextDecoder(encoding).decode(bytes)).toBe(`a${text}`)
      }),
    )
  })

  it('has the mark and the line ends that were asked for', () => {
    expect(hex(encodeText('é\n', usual).bytes)).toBe('c3a90a')
    expect(hex(encodeText('é\n', { ...usual, byteOrderMark: true, lineEnds: 'crlf' }).bytes)).toBe(
      'efbbbfc3a90d0a',
    )
    expect(hex(encodeText('é', { ...usual, encoding: 'utf-16' }).bytes)).toBe('fffee900')
  })

  it('has a question mark for what windows-1252 lacks, and counts it; a narrow space is as good as a wide one', () => {
    const { bytes, replaced } = encodeText('Quoi\u202F? Ł e\u0301 😀 −1', {
      ...usual,
      encoding: 'windows-1252',
    })
    expect(replaced).toBe(2)
    expect(new TextDecoder('windows-1252').decode(bytes)).toBe('Quoi\u00A0? ? é ? -1')
  })
})
