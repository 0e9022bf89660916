import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { possibleFillers } from './possible-fillers.ts'

const paragraphs = spoken([
  ['A', 0, 1_000, 'Well then.'],
  ['B', 3_000, 4_000, 'Yes, of course.'],
])

const curveOf = (sounds: readonly TimeSpan[], level = 50) => ({
  grainMs: 10,
  levels: Uint8Array.from({ length: 400 }, (_, at) => {
    const ms = 10 * at
    if (ms < 1_000 || ms >= 3_000) return 80
    return sounds.some(({ startMs, endMs }) => ms >= startMs && ms < endMs) ? level : 4
  }),
})

it('offers sound of an "um"’s length between words', () => {
  const um = { startMs: 1_500, endMs: 1_900 }
  expect(possibleFillers({ paragraphs }, curveOf([um]))).toEqual([um])
  expect(possibleFillers({ paragraphs }, curveOf([um]), [{ startMs: 1_400, endMs: 2_000 }])).toEqual([])
})

it('offers no click, no long noise, no quiet sound', () => {
  const none = (sounds: readonly TimeSpan[], level = 50): void =>
    expect(possibleFillers({ paragraphs }, curveOf(sounds, level))).toEqual([])
  none([{ startMs: 1_500, endMs: 1_600 }])
  none([{ startMs: 1_200, endMs: 2_700 }])
  none([{ startMs: 1_500, endMs: 1_900 }], 20)
})

it('never offers anything over a word, whatever the sound', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 400, maxLength: 400 }), (levels) => {
      for (const { startMs, endMs } of possibleFillers({ paragraphs }, { grainMs: 10, levels }))
        expect(startMs >= 1_000 && endMs <= 3_000 && endMs - startMs >= 150).toBe(true)
    }),
    { numRuns: 200 },
  )
})
