import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDiarizationErrors, diarizationError, errorRate, type SpeakerTurn } from './diarization-error.ts'

const turn = (speaker: string, start: number, end: number): SpeakerTurn => ({ speaker, start, end })
const all = [{ start: 0, end: 100 }]

test('other names for the same speakers are no error', () => {
  const reference = [turn('Ann', 0, 10), turn('Bob', 10, 20)]
  const hypothesis = [turn('2', 0, 10), turn('1', 10, 20)]
  expect(errorRate(diarizationError(reference, hypothesis, all))).toBe(0)
})

test('missed, false and confused seconds, worked out by hand', () => {
  // Ann 0–10, Bob 10–20. Heard: x 1–12 (1 s missed, then 2 s of Bob as x), y 12–23 (3 s of nobody).
  const reference = [turn('Ann', 0, 10), turn('Bob', 10, 20)]
  const hypothesis = [turn('x', 1, 12), turn('y', 12, 23)]
  const error = diarizationError(reference, hypothesis, all)
  expect(error).toEqual({ speech: 20, missed: 1, falseAlarm: 3, confused: 2 })
  expect(errorRate(error)).toBeCloseTo(0.3)
})

test('where two speak, each counts', () => {
  // 4 s of both: if only one is detected there, half is missed.
  const reference = [turn('Ann', 0, 10), turn('Bob', 6, 14)]
  const hypothesis = [turn('x', 0, 10), turn('y', 10, 14)]
  expect(diarizationError(reference, hypothesis, all)).toEqual({
    speech: 18,
    missed: 4,
    falseAlarm: 0,
    confused: 0,
  })
})

test('two speakers heard as one: the shorter is confused', () => {
  const reference = [turn('Ann', 0, 10), turn('Bob', 10, 14)]
  expect(diarizationError(reference, [turn('x', 0, 14)], all).confused).toBe(4)
})

test('the mapping is the best as a whole, not the best for the longest', () => {
  // x shares 5 s with Ann and 4 s with Bob, y 4 s with Ann and none with Bob: 4 + 4 beats 5 + 0.
  const reference = [turn('Ann', 0, 9), turn('Bob', 9, 13)]
  const hypothesis = [turn('x', 0, 5), turn('y', 5, 9), turn('x', 9, 13)]
  expect(diarizationError(reference, hypothesis, all).confused).toBe(5)
})

test('only the scored spans count, cut inside of turns', () => {
  const reference = [turn('Ann', 0, 10)]
  const hypothesis = [turn('x', 5, 15)]
  const scored = [
    { start: 4, end: 6 },
    { start: 9, end: 11 },
  ]
  expect(diarizationError(reference, hypothesis, scored)).toEqual({
    speech: 3,
    missed: 1,
    falseAlarm: 1,
    confused: 0,
  })
})

test('turns of one speaker that overlap count once', () => {
  const reference = [turn('Ann', 0, 6), turn('Ann', 4, 10)]
  const error = diarizationError(reference, [turn('x', 0, 10)], all)
  expect(error).toEqual({ speech: 10, missed: 0, falseAlarm: 0, confused: 0 })
})

test('errors of several files add up by seconds', () => {
  const one = { speech: 10, missed: 1, falseAlarm: 2, confused: 3 }
  expect(errorRate(addDiarizationErrors([one, { ...one, speech: 20, confused: 0 }]))).toBeCloseTo(9 / 30)
})

const turns = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }))
    .map(([speaker, start, length]) => turn(speaker, start, start + length)),
  { maxLength: 8 },
)

test('nothing is wrong with the reference itself, and a missing answer misses everything', () => {
  fc.assert(
    fc.property(turns, (reference) => {
      const same = diarizationError(reference, reference, all)
      expect([same.missed, same.falseAlarm, same.confused]).toEqual([0, 0, 0])
      const none = diarizationError(reference, [], all)
      expect(none.missed).toBe(none.speech)
    }),
  )
})
