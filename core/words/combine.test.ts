import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Word } from '../transcript/transcript.ts'
import { combineWords } from './combine.ts'

/** Words of 300 ms each; `confidences` by position, 0.95 by default. */
function said(text: string, { at = 0, confidences = [] as (number | null)[], id = 'a' } = {}): Word[] {
  const words = text === '' ? [] : text.split(' ')
  return words.map((word, index) => ({
    id: `${id}.${index}`,
    before: ' ',
    text: word,
    startMs: at + index * 300,
    endMs: at + index * 300 + 250,
    confidence: confidences[index] === undefined ? 0.95 : confidences[index],
    origin: 'recognised',
  }))
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ')

describe('combineWords', () => {
  it('keeps the words that both have as the first has them', () => {
    const first = said('We met there.')
    const second = said('we met, there', { at: 40, id: 'b' })
    expect(combineWords(first, second)).toEqual(first)
  })

  it('takes the side that promises more where they differ', () => {
    const unsure = said('the old bill stood', { confidences: [0.95, 0.95, 0.5, 0.95] })
    const sure = said('the old mill stood', { id: 'b' })
    expect(textOf(combineWords(unsure, sure))).toBe('the old mill stood')
    expect(textOf(combineWords(sure, unsure))).toBe('the old mill stood')
  })

  it('keeps the first where both promise the same', () => {
    expect(textOf(combineWords(said('a bill'), said('a mill', { id: 'b' })))).toBe('a bill')
  })

  it('takes in words that only one has if they are likely right, and leaves out the others', () => {
    const short = said('we met there')
    const longer = said('we all met there', { id: 'b' })
    expect(textOf(combineWords(short, longer))).toBe('we all met there')
    const doubtful = said('we all met there', { id: 'b', confidences: [0.95, 0.55, 0.95, 0.95] })
    expect(textOf(combineWords(short, doubtful))).toBe('we met there')
    expect(textOf(combineWords(doubtful, short))).toBe('we met there')
  })

  it('finds again what one pass lost at its end', () => {
    const lost = said('there is not much difference')
    const whole = said('there is not much difference at least they all call me', { id: 'b' })
    expect(textOf(combineWords(lost, whole))).toBe('there is not much difference at least they all call me')
  })

  it('does not take equal words at other times for the same', () => {
    const early = said('yes')
    const late = said('yes', { at: 6000, id: 'b' })
    expect(textOf(combineWords(early, late))).toBe('yes yes')
  })

  it('leaves nothing of an unsure word that one pass heard where the other heard nothing', () => {
    expect(combineWords(said('hm', { confidences: [0.5] }), [])).toEqual([])
    expect(textOf(combineWords([], said('hello')))).toBe('hello')
  })

  it('has times in order, only words of the two, and gives a text back that is combined with itself', () => {
    const words = fc
      .array(
        fc.record({
          text: fc.constantFrom('a', 'b', 'c', 'd'),
          gap: fc.integer({ min: 0, max: 900 }),
          confidence: fc.constantFrom(0.95, 0.79, 0.62, 0.52, null),
        }),
        { maxLength: 12 },
      )
      .map((list) => {
        let at = 0
        return list.map(({ text, gap, confidence }, index): Word => {
          at += gap
          const origin = 'recognised'
          return { id: `${index}`, before: ' ', text, startMs: at, endMs: at + 200, confidence, origin }
        })
      })
    fc.assert(
      fc.property(words, words, (first, second) => {
        const both = combineWords(first, second)
        for (const [index, word] of both.entries()) {
          const before = both[index - 1]
          if (before) expect(before.endMs).toBeLessThanOrEqual(word.startMs)
          expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
          expect([...first, ...second].some(({ text }) => text === word.text)).toBe(true)
        }
        expect(textOf(combineWords(first, first))).toBe(textOf(first))
      }),
    )
  })
})
