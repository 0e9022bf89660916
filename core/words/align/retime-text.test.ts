import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Word } from '../../transcript/transcript.ts'
import { retimeText } from './retime-text.ts'

function word(id: string, text: string, startMs: number, endMs: number, before = ' '): Word {
  return { id, before, text, startMs, endMs, confidence: 0.96, origin: 'recognised' }
}

const old = [
  word('c.0', 'we', 1000, 1200, ''),
  word('c.1', 'recognise', 1200, 1900),
  word('c.2', 'speech', 2500, 3000),
]
const options = { editId: 'e', language: 'en', startMs: 800, endMs: 4000 }

const textOf = (words: readonly Word[]): string => words.map((each) => each.before + each.text).join('')
const timesOf = (words: readonly Word[]): unknown[] =>
  words.map((each) => [each.id, each.startMs, each.endMs])

describe('retimeText', () => {
  it('gives back the very words when nothing changes', () => {
    const same = retimeText(old, 'we recognise speech', options)
    same.forEach((each, index) => expect(each).toBe(old[index]))
  })

  it('keeps id and times of a word that became one other', () => {
    const [, changed] = retimeText(old, 'we wreck speech', options)
    expect(changed).toEqual({ ...old[1], text: 'wreck', confidence: null, origin: 'edited' })
  })

  it('shares the span of what is replaced in proportion to length', () => {
    const words = retimeText(old, 'we wreck a nice speech', options)
    expect(timesOf(words)).toEqual([
      ['c.0', 1000, 1200],
      ['e.0', 1200, 1540],
      ['e.1', 1540, 1624],
      ['e.2', 1624, 1900],
      ['c.2', 2500, 3000],
    ])
    expect(words[0]).toBe(old[0])
    expect(words[1]).toMatchObject({ origin: 'edited', confidence: null })
  })

  it('gives a new word time between its neighbours, not all of a pause', () => {
    const words = retimeText(old, 'we recognise your speech', options)
    expect(timesOf(words)).toEqual([
      ['c.0', 1000, 1200],
      ['c.1', 1200, 1900],
      ['e.0', 1900, 2180],
      ['c.2', 2500, 3000],
    ])
    expect(words[2]).toMatchObject({ origin: 'written', confidence: null })
  })

  it('takes 20 ms from the word before where there is no room', () => {
    const words = retimeText(old, 'we can recognise speech', options)
    expect(timesOf(words)).toEqual([
      ['c.0', 1000, 1180],
      ['e.0', 1180, 1200],
      ['c.1', 1200, 1900],
      ['c.2', 2500, 3000],
    ])
  })

  it('puts words before the first and after the last into the room around', () => {
    const words = retimeText(old, 'so we recognise speech now', options)
    expect(timesOf(words)[0]).toEqual(['e.0', 860, 1000])
    expect(timesOf(words).at(-1)).toEqual(['e.1', 3000, 3210])
  })

  it('does not touch a word when a space is typed after it, nor when the next word begins', () => {
    const spaced = retimeText(old, 'we recognise speech ', options)
    expect(spaced.at(-1)).toEqual({ ...old[2], text: 'speech ' })
    const next = retimeText(spaced, 'we recognise speech n', options)
    expect(next.slice(0, 3)).toEqual(old)
    expect(next[3]).toMatchObject({ before: ' ', text: 'n', origin: 'written' })
  })

  it('has no words for a text of space alone', () => {
    expect(retimeText(old, ' \n\u00a0', options)).toEqual([])
  })

  it('keeps words whole that hold a space, and French punctuation with its word', () => {
    const spaced = [word('c.0', '100 000', 0, 500, ''), word('c.1', 'euros\u202f!', 500, 900)]
    const words = retimeText(spaced, '100 000 beaux euros\u202f!', { ...options, language: 'fr' })
    expect(words.map((each) => each.text)).toEqual(['100 000', 'beaux', 'euros\u202f!'])
    const typed = retimeText([], 'Tu viens ? Oui', { ...options, language: 'fr' })
    expect(typed.map((each) => each.text)).toEqual(['Tu', 'viens ?', 'Oui'])
  })

  it('keeps a dash that opens the text before its first word', () => {
    const [first] = retimeText([], '- Hello', options)
    expect(first).toMatchObject({ before: '- ', text: 'Hello' })
  })

  it('keeps the text exactly, times in order, and equal words as they are', () => {
    const gaps = fc.array(fc.tuple(fc.nat(300), fc.nat(300), fc.constantFrom('a', 'be', 'see,', 'Dee')), {
      maxLength: 12,
    })
    const typed = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc
        .array(fc.constantFrom('a', 'be', 'see,', 'dee', ' ', '  ', 'new'), { maxLength: 20 })
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(gaps, typed, (plan, text) => {
        let ms = 0
        const words = plan.map(([gap, length, each], index) => {
          const startMs = ms + gap
          ms = startMs + length
          return word(`c.${index}`, each, startMs, ms, index === 0 ? '' : ' ')
        })
        const made = retimeText(words, text, { ...options, startMs: 0, endMs: ms + 100 })
        expect(textOf(made)).toBe(text.trim() === '' ? '' : text)
        expect(new Set(made.map((each) => each.id)).size).toBe(made.length)
        let last = 0
        for (const each of made) {
          expect(each.startMs).toBeGreaterThanOrEqual(last)
          expect(each.endMs).toBeGreaterThanOrEqual(each.startMs)
          expect(Number.isInteger(each.startMs) && Number.isInteger(each.endMs)).toBe(true)
          expect(each.text.trim()).not.toBe('')
          last = each.endMs
        }
        expect(last).toBeLessThanOrEqual(ms + 100)
        for (const each of made.filter(({ id }) => id.startsWith('c.'))) {
          const isSame = words.some(({ id, text: oldText }) => id === each.id && oldText === each.text.trim())
          expect(each.origin).toBe(isSame ? 'recognised' : 'edited')
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('retimes 20,000 words of which some changed in well under a second', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      word(`c.${index}`, `w${(index * 31) % 900}`, index * 300, index * 300 + 300),
    )
    const text = textOf(many).replaceAll('w77 ', 'seventy seven ')
    const start = performance.now()
    expect(textOf(retimeText(many, text, options))).toBe(text)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
