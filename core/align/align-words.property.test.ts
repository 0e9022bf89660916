import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortestWordMs } from '../transcript/shortest-word.ts'
import { alignWords, type TimedText } from './align-words.ts'
import { comparableWord } from './comparable-word.ts'

const pool =
  'the a and of it is river house. Winter, bridges don’t été ? - 1932 called nobody’s Yes. letter'.split(' ')

/** Each word of a text: kept, omitted, replaced, or preceded by an inserted one. */
const change = fc.oneof(
  { weight: 12, arbitrary: fc.constant('keep' as const) },
  { weight: 1, arbitrary: fc.constant('drop' as const) },
  { weight: 1, arbitrary: fc.constant('swap' as const) },
  { weight: 1, arbitrary: fc.constant('insert' as const) },
)
const given = fc.array(
  fc.record({
    text: fc.constantFrom(...pool),
    change,
    other: fc.constantFrom('lamp', 'lake', 'the', 'sofa'),
    pauseMs: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2_000 })),
    lengthMs: fc.integer({ min: 20, max: 600 }),
  }),
  { maxLength: 60 },
)
type Given = Parameters<typeof recognizedOf>[0]

function recognizedOf(
  items: readonly {
    readonly text: string
    readonly change: 'keep' | 'drop' | 'swap' | 'insert'
    readonly other: string
    readonly pauseMs: number
    readonly lengthMs: number
  }[],
): TimedText[] {
  let startMs = 0
  return items.flatMap(({ text, change: kind, other, pauseMs, lengthMs }) => {
    const texts = { keep: [text], drop: [], swap: [other], insert: [other, text] }[kind]
    startMs += pauseMs
    return texts.map((each) => {
      const timed = { text: each, startMs, endMs: startMs + lengthMs }
      startMs += lengthMs
      return timed
    })
  })
}

const aligned = (items: Given) => {
  const recognized = recognizedOf(items)
  const durationMs = (recognized.at(-1)?.endMs ?? 0) + 3_000
  return {
    recognized,
    durationMs,
    ...alignWords(
      items.map(({ text }) => text),
      recognized,
      { durationMs },
    ),
  }
}

describe('alignWords', () => {
  it('keeps order, stays in the recording, and gives matched words the times of what they match', () => {
    fc.assert(
      fc.property(given, (items) => {
        const { words, recognized, durationMs } = aligned(items)
        expect(words).toHaveLength(items.length)
        let [endMs, last] = [0, -1]
        for (const word of words) {
          expect(word.startMs).toBeGreaterThanOrEqual(endMs)
          expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
          expect(Number.isSafeInteger(word.startMs) && Number.isSafeInteger(word.endMs)).toBe(true)
          endMs = word.endMs
          if (word.recognized === null) continue
          expect(word.recognized).toBeGreaterThan(last)
          last = word.recognized
          expect(word).toMatchObject({
            startMs: recognized[last]?.startMs,
            endMs: recognized[last]?.endMs,
          })
        }
        expect(endMs).toBeLessThanOrEqual(durationMs)
      }),
    )
  })

  it('gives no time to what is unspoken, and 20 ms to every other word where its neighbors leave it', () => {
    fc.assert(
      fc.property(given, (items) => {
        const { words, unspoken } = aligned(items)
        const marked = new Set(unspoken.flatMap(({ from, to }) => range(from, to)))
        for (const [index, word] of words.entries()) {
          const isSilent = comparableWord(items[index]?.text ?? '') === ''
          if (!isSilent) expect(word.isUnspoken).toBe(marked.has(index))
          if (word.isUnspoken || isSilent) expect(word.endMs).toBe(word.startMs)
          if (word.isUnspoken || isSilent || word.endMs - word.startMs >= shortestWordMs) continue
          // The whole pause is used.
          const isMatch = (each: number): boolean => words[each]?.recognized != null
          const [before, after] = [
            range(0, index).findLast(isMatch),
            range(index, words.length).find(isMatch),
          ]
          const limits =
            (after === undefined ? Number.MAX_SAFE_INTEGER : (words[after]?.startMs ?? 0)) -
            (before === undefined ? 0 : (words[before]?.endMs ?? 0))
          expect(limits).toBeLessThan(shortestWordMs * ((after ?? words.length) - (before ?? -1)))
        }
      }),
    )
  })

  it('lists each recognized word as unwritten at most once, and none that matches', () => {
    fc.assert(
      fc.property(given, (items) => {
        const { words, unwritten } = aligned(items)
        const listed = unwritten.flatMap(({ from, to }) => range(from, to))
        expect(new Set(listed).size).toBe(listed.length)
        const matched = new Set(words.map(({ recognized }) => recognized))
        for (const place of listed) expect(matched.has(place)).toBe(false)
      }),
    )
  })

  it('finds nearly every word of a text that is spoken with few changes', () => {
    const distinct = fc.array(fc.record({ change, at: fc.nat({ max: 400 }) }), {
      minLength: 80,
      maxLength: 200,
    })
    fc.assert(
      fc.property(distinct, (items) => {
        const full = items.map(({ change: kind, at }) => ({
          text: `w${at}x`,
          change: kind,
          other: 'lamp',
          pauseMs: 0,
          lengthMs: 200,
        }))
        const { words } = aligned(full)
        const kept = full.flatMap((item, index) => (item.change === 'keep' ? [index] : []))
        const found = kept.filter((index) => words[index]?.recognized !== null)
        expect(found.length).toBeGreaterThan(kept.length * 0.95)
      }),
    )
  })
})

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step)
