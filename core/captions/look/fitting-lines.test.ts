import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fittingLines } from './fitting-lines.ts'
import { textWidth } from './text-width.ts'

const line = (text: string) => ({ speakerId: null, text })
const textsOf = (text: string, widestEm: number): string[] =>
  fittingLines([line(text)], widestEm).map((each) => each.text)

it('leaves lines that fit as they are', () => {
  const lines = [line('One,'), line('two.')]
  expect(fittingLines(lines, 10)).toBe(lines)
})

it('divides a line that is too wide between words, into parts of about the same width', () => {
  expect(textsOf('They come with the toaster, and they stay', 17)).toEqual([
    'They come with the',
    'toaster, and they stay',
  ])
})

it('divides between characters where there are no words, and keeps no-break spaces', () => {
  expect(textsOf('彼女はトースターを持ってきた', 8)).toEqual(['彼女はトースター', 'を持ってきた'])
  expect(textsOf('x'.repeat(40), 12).join('')).toBe('x'.repeat(40))
  expect(textsOf('Vraiment\u202F? Oui\u00A0!', 5.5)).toEqual(['Vraiment\u202F?', 'Oui\u00A0!'])
})

it('keeps italics and the speaker', () => {
  const given = { speakerId: 's1', text: 'One two three four', italics: [{ from: 4, to: 13 }] }
  expect(fittingLines([given], 5)).toEqual([
    { speakerId: 's1', text: 'One two', italics: [{ from: 4, to: 7 }] },
    { speakerId: 's1', text: 'three four', italics: [{ from: 0, to: 5 }] },
  ])
})

it('loses nothing, and makes no line wider than asked, whatever the text', () => {
  const text = fc.stringMatching(/^[a-zé木 \u00A0]{1,80}$/u)
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (given, widestEm) => {
      const lines = textsOf(given, widestEm)
      expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''))
      for (const each of lines) expect(textWidth(each)).toBeLessThanOrEqual(widestEm + 1e-9)
    }),
  )
})
