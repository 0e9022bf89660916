import { expect, it } from 'vitest'
import type { TimeSpan } from '../transcript/time-span.ts'
import { samplesOf } from './kept-part.ts'
import { type LevelCurve, levelJumps } from './level-jumps.ts'
import { recordedNoise } from './testing/recorded-noise.ts'

/** Noise of one level in dBFS after another, a second each, with a loud word in the middle of every second. */
function recorded(noises: readonly number[], wordDb = -15): { words: TimeSpan[]; curve: LevelCurve } {
  const words = noises.map((_, second) => ({ startMs: second * 1_000 + 300, endMs: second * 1_000 + 700 }))
  const curve = recordedNoise(
    noises.flatMap((decibels) => [
      { ms: 300, decibels },
      { ms: 400, decibels: wordDb },
      { ms: 300, decibels },
    ]),
  )
  return { words, curve }
}

const keptOf = (spans: readonly TimeSpan[], seconds: number) => ({
  rate: 48_000,
  lengthSamples: seconds * 48_000,
  spans: samplesOf(spans, 48_000),
})

const second = (from: number, to: number): TimeSpan => ({ startMs: from * 1_000, endMs: to * 1_000 })

it('a join between rooms is found, with how much louder it becomes', () => {
  const { words, curve } = recorded([-50, -50, -50, -50, -40, -40, -40, -40])
  const [jump, ...others] = levelJumps(keptOf([second(0, 3), second(5, 8)], 8), words, curve)
  expect(others).toEqual([])
  expect(jump).toMatchObject({ startMs: 3_000, endMs: 5_000 })
  expect(jump?.decibels).toBeGreaterThan(9)
  expect(jump?.decibels).toBeLessThan(11)
})

it('a join within one room, a smaller change, and louder words are not', () => {
  const room = recorded([-50, -50, -50, -50, -45.5, -45.5, -45.5])
  const kept = keptOf([second(0, 1), second(2, 4), second(5, 7)], 7)
  expect(levelJumps(kept, room.words, room.curve)).toEqual([])
  const loud = recorded([-60, -60, -60, -60], -3)
  expect(levelJumps(keptOf([second(0, 1), second(2, 4)], 4), loud.words, loud.curve)).toEqual([])
})

it('nothing is said where words leave too little between them, or where both sides are silent', () => {
  const { curve } = recorded([-50, -50, -30, -30])
  const kept = keptOf([second(0, 1), second(2, 4)], 4)
  expect(levelJumps(kept, [second(0, 4)], curve)).toEqual([])
  const silent = recorded([-110, -110, -75, -75])
  expect(levelJumps(kept, silent.words, silent.curve)).toEqual([])
})

it('short spans are heard together, as they follow one another in the cut', () => {
  const { words, curve } = recorded([-50, -30, -50, -30, -50, -30, -30, -30])
  const spans = [second(0, 1), second(2, 3), second(4, 5), second(6, 8)]
  expect(levelJumps(keptOf(spans, 8), words, curve)).toMatchObject([{ startMs: 5_000, endMs: 6_000 }])
})
