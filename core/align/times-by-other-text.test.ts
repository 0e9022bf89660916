import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timesByOtherText } from './times-by-other-text.ts'

/** One word per second, starting with the first. */
const timed = (...texts: readonly string[]) =>
  texts.map((text, index) => ({ text, startMs: 1_000 * (index + 1), endMs: 1_000 * (index + 1) + 400 }))
const all = { lengthMs: 10_000, voiced: [{ startMs: 1_000, endMs: 9_000 }] }
const starts = (words: readonly string[], other: ReturnType<typeof timed>, sound = all) =>
  timesByOtherText(words, other, sound)?.map(({ startMs }) => startMs)

describe('times by another text', () => {
  it('are those of the same words, whatever their case and punctuation', () => {
    const times = timesByOtherText(['one', 'Two,', 'THREE'], timed('One,', 'two', 'three.'), all)
    expect(times).toEqual([
      { startMs: 1_000, endMs: 1_400 },
      { startMs: 2_000, endMs: 2_400 },
      { startMs: 3_000, endMs: 3_400 },
    ])
  })

  it('puts other words where the other text has words in between', () => {
    const found = starts(['one', 'blue', 'green', 'four'], timed('one', 'red', 'yellow', 'four'))
    expect(found?.[1]).toBe(2_000)
    expect(found?.[2]).toBeGreaterThan(2_000)
    expect(found?.[2]).toBeLessThan(3_400)
    expect(found?.[3]).toBe(4_000)
  })

  it('puts words that the other text lacks where somebody speaks between their neighbors', () => {
    const sound = {
      lengthMs: 10_000,
      voiced: [
        { startMs: 1_000, endMs: 1_400 },
        { startMs: 1_700, endMs: 2_400 },
      ],
    }
    expect(starts(['one', 'and', 'two'], timed('one', 'two'), sound)).toEqual([1_000, 1_700, 2_000])
  })

  it('gives a mark that stands alone the end of the word before', () => {
    const times = timesByOtherText(['one', '?', 'two'], timed('one', 'two'), all)
    expect(times?.[1]).toEqual({ startMs: 1_400, endMs: 1_400 })
  })

  it('are none where nothing is the same', () => {
    expect(timesByOtherText(['aaaa', 'bbbb'], timed('xyz', 'uvw'), all)).toBeNull()
    expect(timesByOtherText(['one'], [], all)).toBeNull()
  })

  it('never go back and never end before they start, whatever the texts are', () => {
    const word = fc.constantFrom('one', 'two', 'three', 'four', '?', 'a', 'b')
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.array(fc.record({ text: word, gap: fc.nat(900), length: fc.nat(600) }), { maxLength: 30 }),
        (words, others) => {
          let at = 0
          const other = others.map(({ text, gap, length }) => {
            at += gap
            return { text, startMs: at, endMs: at + length }
          })
          const times = timesByOtherText(words, other, { lengthMs: at + 2_000, voiced: [] })
          if (times === null) return
          expect(times).toHaveLength(words.length)
          for (const [index, { startMs, endMs }] of times.entries()) {
            expect(startMs).toBeGreaterThanOrEqual(times[index - 1]?.startMs ?? 0)
            expect(endMs).toBeGreaterThanOrEqual(startMs)
          }
        },
      ),
    )
  })
})
