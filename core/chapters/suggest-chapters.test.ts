import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Word } from '../transcript/transcript.ts'
import { suggestChapters } from './suggest-chapters.ts'

const MINUTE = 60_000

/** A paragraph of one word. */
const said = (fromMs: number, toMs: number, speakerId = 'a') => ({
  speakerId,
  words: [{ startMs: fromMs, endMs: toMs } as Word],
})

it('suggests the longest pauses, sooner where another speaker goes on', () => {
  const paragraphs = [
    said(0, 2 * MINUTE),
    said(2 * MINUTE + 1_600, 7 * MINUTE),
    said(7 * MINUTE + 2_000, 7 * MINUTE + 20_000, 'b'),
    said(7 * MINUTE + 22_500, 12 * MINUTE, 'b'),
    said(12 * MINUTE + 400, 20 * MINUTE, 'a'),
  ]
  // 2.0 s with a change of speaker rank above 2.5 s without one, 20 s away.
  expect(suggestChapters(paragraphs, [])).toEqual([
    { atMs: 2 * MINUTE + 1_600, pauseMs: 1_600, isOtherSpeaker: false },
    { atMs: 7 * MINUTE + 2_000, pauseMs: 2_000, isOtherSpeaker: true },
  ])
  expect(suggestChapters(paragraphs, [2 * MINUTE, 7 * MINUTE])).toEqual([])
})

it('does not take speech that goes on below another for a pause', () => {
  const paragraphs = [said(0, 10 * MINUTE), said(MINUTE, 2 * MINUTE, 'b'), said(5 * MINUTE, 20 * MINUTE, 'b')]
  expect(suggestChapters(paragraphs, [])).toEqual([])
})

it('keeps suggestions apart, within the text, and to twelve an hour', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 500, max: 90_000 }), fc.integer({ min: 0, max: 9_000 })), {
        maxLength: 60,
      }),
      fc.array(fc.nat(3_600_000), { maxLength: 5 }),
      (parts, taken) => {
        let atMs = 0
        const paragraphs = parts.map(([lengthMs, pauseMs]) => {
          const from = atMs + pauseMs
          atMs = from + lengthMs
          return said(from, atMs)
        })
        const times = suggestChapters(paragraphs, taken).map((one) => one.atMs)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(times.length).toBeLessThanOrEqual(Math.max(1, Math.round((atMs / 3_600_000) * 12)))
        for (const [index, time] of times.entries()) {
          expect(paragraphs.some(({ words }) => words[0]?.startMs === time)).toBe(true)
          if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(MINUTE)
          for (const other of taken) expect(Math.abs(other - time)).toBeGreaterThanOrEqual(MINUTE)
        }
      },
    ),
  )
})
