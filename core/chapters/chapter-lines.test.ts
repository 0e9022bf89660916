import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chapterLines } from './chapter-lines.ts'

/** A paragraph of one word. */
const said = (startMs: number, endMs: number) => ({
  words: [
    {
      id: `w${startMs}`,
      before: '',
      text: 'a',
      startMs,
      endMs,
      confidence: null,
      origin: 'recognised' as const,
    },
  ],
})

it('stands above the paragraph in which it starts, or above the next where it starts between two', () => {
  const lines = [said(1_000, 9_000), null, said(12_000, 20_000), said(20_000, 20_200)]
  const at = [0, 1_000, 5_000, 8_700, 10_000, 12_000, 19_000, 20_000, 30_000]
  expect(chapterLines(lines, at)).toEqual([0, 0, 0, 2, 2, 2, 2, 3, 4])
  expect(chapterLines([], [0])).toEqual([0])
})

it('follows the order of time', () => {
  const spans = fc.array(fc.tuple(fc.nat(500), fc.nat(3_000)), { maxLength: 20 })
  fc.assert(
    fc.property(spans, fc.array(fc.nat(60_000)), (gaps, times) => {
      let endMs = 0
      const lines = gaps.map(([gap, length]) => {
        const startMs = endMs + gap
        endMs = startMs + length
        return said(startMs, endMs)
      })
      const at = times.toSorted((a, b) => a - b)
      const found = chapterLines(lines, at)
      expect(found).toEqual(found.toSorted((a, b) => a - b))
      for (const [index, line] of found.entries())
        for (const { words } of lines.slice(line))
          expect(words[0]?.endMs ?? 0).toBeGreaterThanOrEqual(at[index] ?? 0)
    }),
  )
})
