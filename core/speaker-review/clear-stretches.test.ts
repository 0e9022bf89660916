import { expect, test } from 'vitest'
import { clearStretches } from './clear-stretches.ts'
import { hearVoices } from './heard-voices.ts'
import { saidBy } from './testing/heard.ts'

const heard = hearVoices(
  saidBy([
    { speakerId: 'a', at: 0, seconds: 12, like: 1 },
    { speakerId: 'b', at: 20, seconds: 6, like: 0 },
    { speakerId: 'a', at: 40, seconds: 4, like: 0.55 },
    { speakerId: 'a', at: 60, seconds: 1, like: 1 },
    { speakerId: 'c', at: 80, seconds: 1, like: 0.2 },
  ]),
)

test('the clearest first, in order of time, of at most 8 s and with nobody else in them', () => {
  const clear = clearStretches(heard, 'a', 2)
  expect(clear).toHaveLength(2)
  for (const { startMs, endMs } of clear) {
    expect(endMs).toBeLessThan(12_200)
    expect(endMs - startMs).toBeLessThanOrEqual(8_000)
    expect(endMs - startMs).toBeGreaterThanOrEqual(2_000)
  }
  expect(clearStretches(heard, 'a', 9)).toHaveLength(3)
})

test('a word only from a speaker who says no more; nothing from one who was not heard', () => {
  expect(clearStretches(heard, 'c', 3)).toHaveLength(1)
  expect(clearStretches(heard, 'x', 3)).toEqual([])
})
