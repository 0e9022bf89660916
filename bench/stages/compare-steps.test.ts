import { expect, test } from 'vitest'
import { compareSteps } from './compare-steps.ts'
import type { StepText } from './step-texts.ts'

/** A word begins every 500 ms. */
const textOf = (text: string, edgesMs: readonly number[] = []): StepText => ({
  words: text.split(' ').map((word, index) => ({
    id: String(index),
    before: ' ',
    text: word,
    startMs: 500 * index,
    endMs: 500 * index + 400,
    confidence: null,
    origin: 'recognised',
  })),
  edgesMs,
})

test('a word is lost by the step after which it stays away, at an edge where a decode ends', () => {
  const right = textOf('We are ready to begin.')
  const wrong = textOf('We are ready begin.', [0, 1600, 2500])
  const { words, errors, places } = compareSteps('We are ready to begin', [
    right,
    right,
    right,
    wrong,
    wrong,
    wrong,
    wrong,
  ])
  expect([words, errors]).toEqual([5, [0, 0, 0, 1, 1, 1, 1]])
  expect(places).toEqual([
    { said: 'to', first: 'to', last: '', steps: [{ step: 'gain', lost: 1, won: 0 }], isAtEdge: false },
  ])
  const atEdge = compareSteps('We are ready to begin', [
    right,
    textOf('We are ready begin.', [0, 1400, 2500]),
  ])
  expect(atEdge.places.map(({ isAtEdge, steps }) => ({ isAtEdge, steps }))).toEqual([
    { isAtEdge: true, steps: [{ step: 'longer chunks', lost: 1, won: 0 }] },
  ])
})

test('a place with as many errors as before is not listed', () => {
  expect(compareSteps('one two three', [textOf('one to three'), textOf('one too three')]).places).toEqual([])
})
