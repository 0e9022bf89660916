import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cue } from './cue.ts'
import { cuesAt, cuesBetween, rowOfCue } from './shown-cues.ts'

/** In order of start; some overlap, some last long. */
const someCues = fc
  .array(fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 200 })), { maxLength: 40 })
  .map((steps) => {
    let startMs = 0
    return steps.map(([gap, length], index): Cue => {
      startMs += gap
      return { index, startMs, endMs: startMs + length, lines: [], wordIds: [] }
    })
  })

test('all cues that are shown within a span are found, also those that started long before', () => {
  fc.assert(
    fc.property(someCues, fc.nat({ max: 2_200 }), fc.nat({ max: 500 }), (cues, from, length) => {
      const to = from + length
      const expected = cues
        .filter(({ startMs, endMs }) => startMs < to && endMs > from)
        .map(({ index }) => index)
      expect(cuesBetween(cues, from, to)).toEqual(expected)
    }),
  )
})

test('at a time, those are on the screen that have started and not ended', () => {
  fc.assert(
    fc.property(someCues, fc.double({ min: 0, max: 2_200, noNaN: true }), (cues, ms) => {
      const expected = cues
        .filter(({ startMs, endMs }) => startMs <= ms && endMs > ms)
        .map(({ index }) => index)
      expect(cuesAt(cues, ms)).toEqual(expected)
    }),
  )
})

test('those that are shown at once are in different rows, the first of them in the first', () => {
  fc.assert(
    fc.property(someCues, (cues) => {
      for (const [index, cue] of cues.entries()) {
        const before = cuesAt(cues, cue.startMs).filter((other) => other < index)
        const rows = before.map((other) => rowOfCue(cues, other))
        expect(rows).not.toContain(rowOfCue(cues, index))
        if (before.length === 0) expect(rowOfCue(cues, index)).toBe(0)
      }
    }),
  )
})
