import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Word, WordOrigin } from '../transcript/transcript.ts'
import { clipTimes } from './clip-times.ts'
import { lengthenWords } from './lengthen-words.ts'

const word = (startMs: number, endMs: number, origin: WordOrigin = 'recognised'): Word => ({
  id: `${startMs}`,
  before: ' ',
  text: 'word',
  startMs,
  endMs,
  confidence: null,
  origin,
})
const times = (words: readonly Word[]) => words.map(({ startMs, endMs }) => [startMs, endMs])

describe('lengthenWords', () => {
  it('takes the time from the pause after the word', () => {
    expect(times(lengthenWords([word(100, 100), word(500, 700)]))).toEqual([
      [100, 120],
      [500, 700],
    ])
  })

  it('takes it from the next word where there is no pause, and leaves that one its own', () => {
    expect(times(lengthenWords([word(100, 100), word(105, 110), word(300, 400)]))).toEqual([
      [100, 120],
      [120, 140],
      [300, 400],
    ])
  })

  it('takes it from the words before at the end of the recording', () => {
    expect(times(lengthenWords([word(0, 900), word(990, 1000), word(1000, 1000)], 1000))).toEqual([
      [0, 900],
      [960, 980],
      [980, 1000],
    ])
  })

  it('leaves words that are long enough the very same, and those of a person as short as they are', () => {
    const words = [word(0, 20), word(20, 20, 'written'), word(20, 20, 'edited'), word(20, 90)]
    const lengthened = lengthenWords(words, 90)
    lengthened.forEach((each, index) => expect(each).toBe(words[index]))
  })

  it('holds for whatever a model gives', () => {
    const spans = fc.array(fc.tuple(fc.nat(2_000), fc.nat(60)), { maxLength: 30 })
    fc.assert(
      fc.property(spans, (list) => {
        const words = clipTimes(list.map(([at, long]) => word(at, at + long)))
        const durationMs = Math.max(20 * words.length, ...words.map(({ endMs }) => endMs))
        let beforeMs = 0
        for (const { startMs, endMs } of lengthenWords(words, durationMs)) {
          expect(startMs).toBeGreaterThanOrEqual(beforeMs)
          expect(endMs - startMs).toBeGreaterThanOrEqual(20)
          beforeMs = endMs
        }
        expect(beforeMs).toBeLessThanOrEqual(durationMs)
      }),
    )
  })
})
