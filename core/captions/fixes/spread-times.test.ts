import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionProblems } from '../caption-problems.ts'
import type { Cue } from '../cues.ts'
import { presetFor } from '../presets/netflix.ts'
import { fewestLacking, type Stop } from './fewest-lacking.ts'
import { fixAll } from './fix-all.ts'

const rules = presetFor('en')
const options = { durationMs: Infinity, language: 'en' }
const brokenOf = (cues: readonly Cue[]): number =>
  captionProblems(cues, rules).filter((problems) => problems.length > 0).length

/** Cues with these numbers of characters and lengths in ms, one after another at the minimum gap. */
function row(...cues: readonly (readonly [characters: number, lengthMs: number])[]): Cue[] {
  let startMs = 0
  return cues.map(([characters, lengthMs], index) => {
    const cue: Cue = {
      index,
      startMs,
      endMs: startMs + lengthMs,
      lines: [{ speakerId: null, text: 'x'.repeat(characters) }],
      wordIds: [`w${index}`],
    }
    startMs = cue.endMs + rules.gapMs
    return cue
  })
}

test('time goes from cue to cue to where it is lacking, over neighbors that have none to spare', () => {
  const cues = row([10, 3_000], [40, 2_000], [40, 2_000], [40, 1_800], [40, 2_000])
  expect(brokenOf(cues)).toBe(1)
  const fixed = fixAll(cues, rules, options)
  expect(brokenOf(fixed)).toBe(0)
  for (const [index, cue] of fixed.entries()) {
    expect(Math.abs(cue.startMs - (cues[index]?.startMs ?? 0))).toBeLessThanOrEqual(rules.startToleranceMs)
  }
})

test('no cue that keeps a problem gets less time than it had', () => {
  const tight = fc.array(fc.tuple(fc.integer({ min: 1, max: 42 }), fc.integer({ min: 834, max: 3_000 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(tight, (parts) => {
      const cues = row(...parts)
      const fixed = fixAll(cues, rules, options)
      expect(brokenOf(fixed)).toBeLessThanOrEqual(brokenOf(cues))
      const problems = captionProblems(fixed, rules)
      for (const [index, cue] of fixed.entries()) {
        const was = cues[index]
        if (was === undefined || problems[index]?.length === 0) continue
        expect(cue.endMs - cue.startMs).toBeGreaterThanOrEqual(was.endMs - was.startMs)
      }
    }),
  )
})

const anyStops = fc.array(
  fc.record({
    earliestMs: fc.integer({ min: 0, max: 40 }),
    roomMs: fc.integer({ min: 0, max: 20 }),
    leastMs: fc.integer({ min: 0, max: 10 }),
    moreMs: fc.integer({ min: 0, max: 8 }),
  }),
  { minLength: 1, maxLength: 7 },
)

test('as few lack time as by trying all', () => {
  fc.assert(
    fc.property(anyStops, fc.integer({ min: 0, max: 80 }), (parts, endsAt) => {
      const stops = parts.map(({ earliestMs, roomMs, leastMs, moreMs }) => ({
        earliestMs,
        latestMs: earliestMs + roomMs,
        leastMs,
        enoughMs: leastMs + moreMs,
      }))
      const found = fewestLacking(stops, endsAt)
      expect(found === null ? null : found.filter(Boolean).length).toBe(fewestByTrying(stops, endsAt))
      if (found !== null) expect(fits(stops, found, endsAt)).toBe(true)
    }),
  )
})

function fewestByTrying(stops: readonly Stop[], endsAt: number): number | null {
  const counts = Array.from({ length: 2 ** stops.length }, (_, choice) =>
    stops.map((_stop, index) => (choice & (1 << index)) !== 0),
  )
    .filter((isLacking) => fits(stops, isLacking, endsAt))
    .map((isLacking) => isLacking.filter(Boolean).length)
  return counts.length === 0 ? null : Math.min(...counts)
}

function fits(stops: readonly Stop[], isLacking: readonly boolean[], endsAt: number): boolean {
  let clockMs = 0
  for (const [index, { earliestMs, latestMs, enoughMs, leastMs }] of stops.entries()) {
    clockMs = Math.max(clockMs, earliestMs)
    if (clockMs > latestMs) return false
    clockMs += isLacking[index] === true ? leastMs : enoughMs
  }
  return clockMs <= endsAt
}
